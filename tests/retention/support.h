#pragma once
// The rules we ship, and those of a made-up country.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "retention/retention.h"

namespace radslag::retention {

inline std::string content_of(std::filesystem::path const& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<process::ModelFile> shipped_files() {
    std::vector<process::ModelFile> files;
    for (auto const& entry : std::filesystem::directory_iterator(RADSLAG_SOURCE_DIR "/retention"))
        files.push_back({entry.path().string(), content_of(entry.path())});
    std::ranges::sort(files, {}, &process::ModelFile::path);
    return files;
}

inline process::Retention read(std::vector<process::ModelFile> const& files) {
    auto read = process::read_retention(files);
    if (!read) throw std::runtime_error(process::write_complaint(read.error().front()));
    return std::move(*read);
}

inline process::Retention const& with_test_country() {
    static auto const rules = [] {
        auto files = shipped_files();
        std::filesystem::path const own = RADSLAG_SOURCE_DIR "/tests/retention/tables/xa.toml";
        files.push_back({own.string(), content_of(own)});
        return read(files);
    }();
    return rules;
}

inline Date day(std::string_view text) { return *read_date(text); }

} // namespace radslag::retention
