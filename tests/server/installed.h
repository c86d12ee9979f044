#pragma once
// A place for an installation in a folder of its own, gone at the end.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/server.h"

namespace radslag::server {

namespace fs = std::filesystem;

struct Installed : ::testing::Test {
    fs::path folder = [] {
        auto name = (fs::temp_directory_path() / "radslag-XXXXXX").string();
        return fs::path(mkdtemp(name.data()));
    }();
    std::string file = (folder / "etc" / "radslag.toml").string();
    Config config;
    Newcomer siv{"Lillåkers kommun", "SE", "", "", "Siv Almgren", "siv@lillaker.example"};
    std::istringstream in;
    std::ostringstream out, err;

    void SetUp() override {
        config.data = (folder / "data").string();
        config.keys = (folder / "keys").string();
        config.models = RADSLAG_SOURCE_DIR "/models";
        config.retention = RADSLAG_SOURCE_DIR "/retention";
        config.web = (folder / "web").string();
        config.log = (folder / "log").string();
        fs::create_directories(config.web);
        std::ofstream(fs::path(config.web) / "index.html") << "<!doctype html>";
    }
    void TearDown() override { fs::remove_all(folder); }

    int make() { return init(file, config, siv, in, out, err); }
    Config read() {
        auto config_read = read_config(*read_file(file), file).value();
        config_read.port = 0; // a free one
        return config_read;
    }
    std::string told() { return err.str() + out.str(); }
    std::string code() { // as it was printed
        auto text = out.str();
        auto at = text.find("code   ") + 7;
        return text.substr(at, text.find('\n', at) - at);
    }
    std::vector<std::string> names() { // of everything below the folder
        std::vector<std::string> all;
        for (auto const& entry : fs::recursive_directory_iterator(folder))
            all.push_back(fs::relative(entry.path(), folder).string());
        std::ranges::sort(all);
        return all;
    }
};

} // namespace radslag::server
