#pragma once
// A small whole model that the tests damage; its files lie in small/.
#include "process/process.h"

namespace radslag::process::test {

std::string read_file(std::string const& path);       // below the source folder
std::vector<ModelFile> small_files();                 // model.toml, then texts.sv, da and en.toml
ModelFile small_requirements();                       // R1, R2, R3
std::vector<ModelFile> files_below(std::string const& folder); // all .toml, as if handed in
std::string told(Complaints const& complaints);       // one to a line
void edit(std::string& text, std::string const& find, std::string const& put);

} // namespace radslag::process::test
