#include "server/data_keys.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include "server/parts.h"

namespace radslag::server {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view head =
    "# The keys of Radslag's data, the newest first. Without them contact data, safety notes and\n"
    "# files cannot be read. Keep a copy in a safe, not beside the backups.\n";

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool is_for_people(std::string_view line) {
    auto const at = line.find_first_not_of(" \t\r");
    return at == std::string_view::npos || line[at] == '#';
}

std::optional<storage::DataKey> read_key_line(std::string_view line) {
    storage::DataKey key{};
    std::size_t size = 0;
    auto const digits = line.substr(0, line.find_first_of(" \t\r#"));
    if (digits.size() != key.size() * 2 ||
        sodium_hex2bin(key.data(), key.size(), digits.data(), digits.size(), nullptr, &size,
                       nullptr) != 0 ||
        size != key.size())
        return std::nullopt;
    return key;
}

std::string new_line(std::string_view when) {
    storage::DataKey key{};
    SystemRandom().fill(key);
    std::string text;
    for (auto byte : key) text += fmt::format("{:02x}", byte);
    return fmt::format("{}  # {}, made {}", text, storage::id_of(key), when);
}

Outcome<bool> replace(fs::path const& file, std::vector<std::string> const& lines) {
    std::string text;
    for (auto const& line : lines) text += line + '\n';
    auto const draft = fs::path(file.string() + ".new");
    std::error_code error;
    fs::remove(draft, error);
    if (auto made = write_new_file(draft, text); !made) return made;
    fs::rename(draft, file, error);
    if (error) return broken("The keys of the data cannot be written.", file.string());
    auto const folder = ::open(fs::absolute(file).parent_path().c_str(), O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return true;
}

} // namespace

Outcome<storage::DataKeys> read_data_keys(fs::path const& file) {
    auto content = read_file(file);
    if (!content)
        return broken("The key of the data is missing.",
                      content.error().logged + "; a copy is in your safe. Where there has never "
                                               "been one: radslag keys make");
    if (auto fine = is_for_its_owner_only(file, "The key of the data"); !fine) return tl::unexpected(fine.error());
    storage::DataKeys keys;
    std::size_t number = 0;
    for (auto const& line : lines_of(*content)) {
        ++number;
        if (is_for_people(line)) continue;
        auto key = read_key_line(line);
        if (!key)
            return broken(
                "The key of the data is damaged.",
                fmt::format("{}:{}: a key is 64 digits, 0 to 9 and a to f", file.string(), number));
        keys.push_back(*key);
    }
    if (keys.empty())
        return broken("The key of the data is damaged.", file.string() + " holds no key");
    return keys;
}

storage::KeySource data_keys(fs::path file) {
    return [file = std::move(file)] { return read_data_keys(file); };
}

Outcome<bool> make_data_key(fs::path const& file) {
    return write_new_file(file, std::string(head) + new_line("with the installation") + '\n');
}

Outcome<bool> put_new_key_first(fs::path const& file, Instant now) {
    auto content = read_file(file);
    if (!content) return tl::unexpected(content.error());
    auto lines = lines_of(*content);
    auto const first =
        std::ranges::find_if(lines, [](auto const& line) { return !is_for_people(line); });
    lines.insert(first, new_line(write_instant(now).substr(0, 10)));
    return replace(file, lines);
}

Outcome<bool> take_keys_out(fs::path const& file,
                            std::function<bool(std::string const&)> const& goes) {
    auto content = read_file(file);
    if (!content) return tl::unexpected(content.error());
    auto lines = lines_of(*content);
    std::erase_if(lines, [&](std::string const& line) {
        auto const key = is_for_people(line) ? std::nullopt : read_key_line(line);
        return key && goes(storage::id_of(*key));
    });
    return replace(file, lines);
}

} // namespace radslag::server
