#pragma once
// Judging in a process of its own: it may crash, or never come to an end.
#include <functional>
#include <string>

namespace radslag::mutation {

// The text that `judge` makes; "crash" or "endless" when it makes none. Several at once: `done` is called
// here, with the number of the job, as each comes to its end.
void apart(std::size_t jobs, std::size_t at_once, std::function<std::string(std::size_t)> const& judge,
           std::function<void(std::size_t, std::string const&)> const& done);

} // namespace radslag::mutation
