#include "bench/town/sealed.h"

#include <fstream>

#include <sodium.h>

namespace radslag::bench {
namespace {

std::string text_of(Cell const& cell) {
    if (auto const* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    auto const* text = std::get_if<std::string>(&cell);
    return text == nullptr ? std::string{} : *text;
}

template <class Do> void each(Sheet const& sheet, Cells& row, Do what) {
    auto cell = [&](std::string_view name) { return text_of(row.at(sheet.column(name))); };
    auto const organisation = cell("organisation_id"), of = cell("case_id");
    auto const id = sheet.table == "happening"          ? cell("seq")
                    : sheet.table == "happening_change" ? cell("seq") + "." + cell("n")
                                                        : cell("id");
    storage::Place const at{organisation, of, sheet.table, id};
    for (std::size_t i = 0; i < row.size(); ++i)
        if (auto* text = std::get_if<std::string>(&row[i]))
            if (storage::is_sealed(sheet.table, sheet.columns[i]))
                *text = what(at, sheet.columns[i], *text);
}

} // namespace

Outcome<storage::DataKeys> keys_of(std::filesystem::path const& folder) {
    std::ifstream file(folder / "keys" / "data.key");
    for (std::string line; std::getline(file, line);) {
        storage::DataKey key{};
        if (line.size() > 2 * key.size() && line.front() != '#' &&
            sodium_hex2bin(key.data(), key.size(), line.data(), 2 * key.size(), nullptr, nullptr,
                           nullptr) == 0)
            return storage::DataKeys{key};
    }
    return broken("The town has no key.", folder.string());
}

std::unique_ptr<storage::Seals> seals_with(storage::KeySource const& keys) {
    auto seals = std::make_unique<storage::Seals>(storage::Keyring::open(keys).value());
    seals->seal_with(seals->keys().front().id);
    return seals;
}

void open(storage::Seals& seals, Sheet& sheet) {
    if (!storage::has_sealed(sheet.table)) return;
    for (auto& row : sheet.rows)
        each(sheet, row, [&](auto const& at, auto const& column, auto const& text) {
            return seals.open(at, column, text);
        });
}

void seal(storage::Seals& seals, Sheet const& sheet, Cells& row) {
    each(sheet, row, [&](auto const& at, auto const& column, auto const& text) {
        return seals.seal(at, column, text);
    });
}

} // namespace radslag::bench
