#pragma once
// The one program, `radslag`: its words, and which door each of them opens.

namespace radslag::program {

int run(int count, char const* const* words); // 0 when all is well

} // namespace radslag::program
