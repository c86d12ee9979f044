#include "process/small_model.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace radslag::process::test {
namespace {

std::string const source = RADSLAG_SOURCE_DIR;

} // namespace

std::string read_file(std::string const& path) {
    std::ifstream file(source + "/" + path, std::ios::binary);
    EXPECT_TRUE(file.good()) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<ModelFile> small_files() {
    std::vector<ModelFile> files{
        {"models/small/1/model.toml", read_file("tests/process/small/model.toml")}};
    for (auto const* language : {"sv", "da", "en"})
        files.push_back({std::string("models/small/1/texts.") + language + ".toml",
                         read_file("tests/process/small/texts.toml")});
    return files;
}

ModelFile small_requirements() {
    return {"models/requirements.toml", read_file("tests/process/small/requirements.toml")};
}

std::vector<ModelFile> files_below(std::string const& folder) {
    std::vector<ModelFile> files;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(source + "/" + folder)) {
        if (entry.path().extension() != ".toml") continue;
        auto path = std::filesystem::relative(entry.path(), source).string();
        files.push_back({path, read_file(path)});
    }
    return files;
}

std::string told(Complaints const& complaints) {
    std::string all;
    for (auto const& each : complaints) all += write_complaint(each) + "\n";
    return all;
}

void edit(std::string& text, std::string const& find, std::string const& put) {
    auto at = text.find(find);
    ASSERT_NE(at, std::string::npos) << "the small model does not have: " << find;
    ASSERT_EQ(text.find(find, at + 1), std::string::npos) << "twice there: " << find;
    text.replace(at, find.size(), put);
}

} // namespace radslag::process::test
