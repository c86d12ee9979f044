#pragma once
// Models that nobody here would write (tests/scenes/strangers): built in a temporary folder, as
// somebody else's models would be laid out, and read from there.
#include <vector>

#include "process/process.h"

namespace radslag::scenes {

// Their files as a models folder holds them, without requirements.toml. A model there brings no words
// of its own: each key says itself, in every language.
std::vector<process::ModelFile> stranger_files();

} // namespace radslag::scenes
