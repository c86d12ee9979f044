#pragma once
// A store in a folder of its own, and cases to put into it.
#include <filesystem>
#include <limits>

#include <gtest/gtest.h>

#include "storage/sealing.h"
#include "storage/store.h"
#include "support/data_keys.h"

namespace radslag::storage {

class Folder {
public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "radslag-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = pattern;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    [[nodiscard]] std::string file() const { return (path_ / "radslag.db").string(); }
    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline std::unique_ptr<SqliteStore> open_store(std::string const& path, int readers = 4) {
    auto store = open_with({path, test::data_keys, readers}, sqlite_migrations());
    if (!store) throw std::runtime_error(store.error().told + " " + store.error().logged);
    return std::move(*store);
}

inline std::unique_ptr<Seals> test_seals(KeySource const& keys = test::data_keys) {
    return std::make_unique<Seals>(Keyring::open(keys).value());
}

template <class R> workflow::Change change_to(R const& row) {
    return {std::string(R::table), row.id.text, std::nullopt, to_cells(row)};
}
template <class R> workflow::Change change_away(R const& row) {
    return {std::string(R::table), row.id.text, to_cells(row), std::nullopt};
}

// A case that the test writes into: knows its ids and how far its happenings have come.
struct Case {
    CaseId id;
    commands::Glance glance;
    std::int64_t seq = 0;

    conference::Conference conference() const {
        conference::Conference row;
        row.id = id;
        row.organisation = glance.organisation;
        row.name = glance.name;
        row.number = glance.number;
        return row;
    }
};

class StoreTest : public testing::Test {
public:
    Folder folder;
    SeededRandom random{20261122};
    std::unique_ptr<SqliteStore> store = open_store(folder.file());
    OrganisationId here = put_organisation("Hörlunda");

    template <class Id> Id fresh() { return Id::make(random); }

    OrganisationId put_organisation(std::string name) {
        commands::Organisation o{fresh<OrganisationId>(), std::move(name), "SE", "Europe/Stockholm",
                                 "sv"};
        must_write([&](commands::Writer& w) { w.put(o); });
        return o.id;
    }
    template <class Do> void must_write(Do what) {
        auto written = store->write([&](commands::Writer& w) {
            what(w);
            return true;
        });
        ASSERT_TRUE(written.has_value()) << written.error().logged;
        ASSERT_TRUE(*written);
    }
    std::unique_ptr<commands::Reader> reader() {
        auto reader = store->read();
        if (!reader) throw std::runtime_error(reader.error().logged);
        return std::move(*reader);
    }
    Case new_case(OrganisationId const& organisation, std::int64_t number) {
        Case c{fresh<CaseId>(), {}, 0};
        c.glance.id = c.id;
        c.glance.organisation = organisation;
        c.glance.number = number;
        c.glance.name = "Familjen ة'Ö";
        c.glance.model = "any";
        c.glance.stage = "first";
        c.glance.changed_at = Instant{1'000'000 + number};
        return c;
    }
    workflow::Happening happening(Case& c, std::vector<workflow::Change> changes,
                                  std::string name = "write_something") {
        workflow::Happening h;
        h.seq = ++c.seq;
        h.act = fresh<ActId>();
        h.name = std::move(name);
        h.at = Instant{1'700'000'000'000'000 + c.seq};
        h.changes = std::move(changes);
        return h;
    }
    void save(commands::Writer& writer, Case& c, std::vector<workflow::Change> changes) {
        writer.save(c.glance.organisation, c.id, {happening(c, std::move(changes))}, c.glance);
    }
    Case begin_case(OrganisationId const& organisation, std::int64_t number) {
        auto c = new_case(organisation, number);
        must_write([&](commands::Writer& w) { save(w, c, {change_to(c.conference())}); });
        return c;
    }
};

} // namespace radslag::storage
