#pragma once
// A small whole model that the tests damage; small_model.cpp holds its files.
#include "process/process.h"

namespace radslag::process::test {

inline constexpr char const* model_path = "models/small/1/model.toml";
inline constexpr char const* texts_path =
    "models/small/1/texts.sv.toml"; // and da, en: the same words

extern char const* const small_model;
extern char const* const small_texts;
std::vector<ModelFile> small_files();
ModelFile small_requirements();

} // namespace radslag::process::test
