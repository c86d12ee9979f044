#include <algorithm>
#include <array>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "server/parts.h"

namespace radslag::server {
namespace {

namespace fs = std::filesystem;

// Relative to the folder, in order, without what an editor or a system leaves behind.
Outcome<std::vector<fs::path>> files_below(fs::path const& folder) {
    std::error_code error;
    std::vector<fs::path> found;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        auto const name = at->path().filename().string();
        if (name.starts_with('.') || name.ends_with('~')) {
            if (at->is_directory(error)) at.disable_recursion_pending();
            continue;
        }
        if (at->is_regular_file(error)) found.push_back(fs::relative(at->path(), folder, error));
    }
    if (error) return broken("A folder cannot be read.", folder.string() + ": " + error.message());
    std::ranges::sort(found);
    return found;
}

// A key must not be gone after a power cut while what it opens is there.
void keep_name(fs::path const& path) {
    auto folder = ::open(fs::absolute(path).parent_path().c_str(), O_RDONLY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
}

} // namespace

Outcome<bool> is_for_its_owner_only(fs::path const& file, std::string const& what) {
    std::error_code error;
    auto const rights = fs::status(file, error).permissions();
    if (error || (rights & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none)
        return true;
    return broken(what + " is open to others.",
                  fmt::format("{0} may be read by its owner only: chmod 600 {0}", file.string()));
}

Outcome<std::string> read_file(fs::path const& path) {
    std::error_code error;
    if (fs::is_directory(path, error))
        return broken("A file cannot be read.", path.string() + " is a folder");
    std::ifstream file(path, std::ios::binary);
    std::string content;
    for (std::array<char, 65536> block; file.read(block.data(), block.size()) || file.gcount() > 0;)
        content.append(block.data(), static_cast<std::size_t>(file.gcount()));
    if (!file.is_open() || file.bad())
        return broken("A file cannot be read.", path.string() + " cannot be read");
    return content;
}

Outcome<bool> write_new_file(fs::path const& path, std::string_view content) {
    auto file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return broken("A file cannot be made.",
                      path.string() + (errno == EEXIST ? " is there already" : " cannot be made"));
    auto written = ::write(file, content.data(), content.size());
    bool const kept = written == static_cast<ssize_t>(content.size()) && ::fsync(file) == 0;
    ::close(file);
    keep_name(path);
    if (!kept) {
        ::unlink(path.c_str());
        return broken("A file cannot be written.", path.string() + " cannot be written");
    }
    return true;
}

Outcome<std::vector<process::ModelFile>> read_models(fs::path const& folder) {
    auto paths = files_below(folder);
    if (!paths) return tl::unexpected(paths.error());
    std::vector<process::ModelFile> files;
    for (auto const& path : *paths) {
        auto content = read_file(folder / path);
        if (!content) return tl::unexpected(content.error());
        files.push_back({(folder / path).string(), std::move(*content)});
    }
    return files;
}

Outcome<std::vector<http::File>> read_web(fs::path const& folder) {
    auto paths = files_below(folder);
    if (!paths) return tl::unexpected(paths.error());
    std::vector<http::File> files;
    for (auto const& path : *paths) {
        if (path.extension() == ".br" || path.extension() == ".gz" || path.extension() == ".map")
            continue;
        auto content = read_file(folder / path);
        if (!content) return tl::unexpected(content.error());
        http::File file{"/" + path.generic_string(), std::move(*content), {}, {}};
        if (auto packed = read_file(folder / (path.string() + ".br")))
            file.brotli = std::move(*packed);
        if (auto packed = read_file(folder / (path.string() + ".gz")))
            file.gzip = std::move(*packed);
        files.push_back(std::move(file));
    }
    return files;
}

} // namespace radslag::server
