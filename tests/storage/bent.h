#pragma once
// A store with a row in every table, and somebody with the file in their hands.
#include <gmock/gmock.h>

#include "storage/chains.h"
#include "storage/filled.h"

namespace radslag::trail {
inline void PrintTo(Finding const& f, std::ostream* out) {
    *out << word(f.is) << " " << f.chain << " " << f.n << " " << f.table << " " << f.id;
}
} // namespace radslag::trail

namespace radslag::storage {

using trail::Finding;
using trail::Trouble;

struct Shape { // of a table
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::string> key;

    [[nodiscard]] bool is_key(std::string const& column) const {
        return std::ranges::find(key, column) != key.end();
    }
    // WHERE that finds one row: the first, by its key.
    [[nodiscard]] std::string first() const {
        std::string all;
        for (auto const& one : key) all += (all.empty() ? "\"" : ", \"") + one + "\"";
        return " WHERE (" + all + ") = (SELECT " + all + " FROM \"" + name + "\" ORDER BY " + all +
               " LIMIT 1)";
    }
};

class Bent : public StoreTest {
public:
    Case c = new_case(here, 1);
    commands::Staff karin;

    void SetUp() override {
        put_staff();
        begin();
        two_of_each_kind();
        take_one_back();
        a_file();
        about_the_house();
        about_keeping();
        EXPECT_TRUE(store->note({look("look_at_case"), look("look_at_log")}));
        EXPECT_TRUE(store->write_notes());
        auto const checkpoint = store->next_checkpoint(Instant{7});
        EXPECT_TRUE(store->keep_checkpoint(*checkpoint, {}));
    }

    commands::Looked look(std::string name) {
        return {here,
                karin.id,
                std::move(name),
                c.id,
                {"people", "contacts"},
                {fresh<PersonId>()},
                Instant{1'700'000'000'000'000},
                Instant{1'700'000'000'000'000}};
    }
    std::vector<std::string> erase(commands::ToErase const& what) {
        std::vector<std::string> rows;
        must_write([&](commands::Writer& w) { rows = w.erase(here, c.id, what); });
        return rows;
    }
    // What is found after this, with nothing of the tables in the way; then all is as before.
    std::vector<Finding> after(std::vector<std::string> const& statements) {
        Connection db(folder.file(), test_seals());
        db.script("PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; BEGIN");
        for (auto const& sql : statements) db.script(sql);
        auto findings = verify_trail(db).findings;
        db.script("ROLLBACK");
        return findings;
    }
    std::vector<Finding> after(std::string const& sql) { return after(std::vector{sql}); }
    std::string one(std::string const& sql) {
        Connection db(folder.file());
        auto query = db.query(sql);
        return query.step() ? std::string(query.text(0)) : std::string{};
    }
    std::int64_t count(std::string const& sql) { return std::stoll(one(sql)); }

    std::vector<Shape> shapes() {
        std::map<std::string, Shape> all;
        Connection db(folder.file());
        auto query = db.query(
            "SELECT m.name, c.name, c.pk FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
            " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.pk");
        while (query.step()) {
            auto& shape = all[std::string(query.text(0))];
            shape.name = std::string(query.text(0));
            shape.columns.emplace_back(query.text(1));
            if (query.integer(2) > 0) shape.key.emplace_back(query.text(1));
        }
        std::vector<Shape> shapes;
        for (auto& [name, shape] : all) shapes.push_back(std::move(shape));
        return shapes;
    }

private:
    void put_staff() {
        karin.id = fresh<StaffId>();
        karin.organisation = here;
        karin.mail = "karin@hoerlunda.example";
        must_write([&](commands::Writer& w) { w.put(karin); });
    }
    void begin() {
        c.glance.duties = {{karin.id, {"coordinator"}, {}}};
        conference::Assignment first;
        first.id = fresh<RowId>();
        must_write([&](commands::Writer& w) {
            c.glance.number = w.next_case_number(here);
            save(w, c, {change_to(c.conference()), change_to(first)});
        });
    }
    void two_of_each_kind() {
        std::apply(
            [&]<class... R>(std::vector<R> const&...) {
                auto one_kind = [&]<class Kind>(Kind const&) {
                    if constexpr (!std::same_as<Kind, conference::Conference>)
                        for (auto how : {Fill::full, Fill::other})
                            must_write([&](commands::Writer& w) {
                                save(w, c, {change_to(filled<Kind>(how, random, c))});
                            });
                };
                (one_kind(R{}), ...);
            },
            workflow::Rows{});
    }
    void take_one_back() {
        auto const first = happening(c, {});
        auto back = happening(c, {}, "take_back");
        back.about = std::to_string(first.seq);
        must_write([&](commands::Writer& w) { w.save(here, c.id, {first}, c.glance); });
        must_write([&](commands::Writer& w) { w.save(here, c.id, {back}, c.glance); });
    }
    void about_keeping() {
        auto const day = read_date("2031-03-03");
        must_write([&](commands::Writer& w) {
            w.put_hold({fresh<RowId>(), here, c.id, 1, "dispute", "why", karin.id, Instant{1}, {},
                        {}, {}});
            w.put_release({fresh<RowId>(), here, c.id, 1, {"plan"}, karin.id, Instant{2}, {}, {}});
            w.put_kept_until({here, c.id, day, "rules", c.glance.changed_at});
            w.put_erasure({fresh<RowId>(), here, 7, true, {"frame=x"}, {"paper=1"}, karin.id,
                           Instant{3}, karin.id, Instant{4}, {}});
        });
    }
    void a_file() {
        auto file = store->bring(here, c.id, "Brev.pdf", "text/plain", "Kära ni", Instant{5});
        ASSERT_TRUE(file && *file);
        must_write([&](commands::Writer& w) { w.put(**file); });
    }
    void about_the_house() {
        commands::Restriction asked;
        asked.id = fresh<RowId>();
        asked.organisation = here;
        asked.from = *read_date("2026-03-01");
        asked.words = {{"sv", "Avstånd", "Håll avstånd."}, {"en", "Distance", "Keep apart."}};
        asked.put_by = karin.id;
        must_write([&](commands::Writer& w) {
            w.put(
                commands::CommitteeDay{fresh<RowId>(), here, "any", *read_date("2026-03-02"), {}});
            w.put(commands::HouseAct{fresh<ActId>(), "", here, "sign_pledge", karin.id, Instant{5},
                                     "", 1});
            w.put(asked);
            w.put(
                commands::Session{"a hash", karin.id, "word", Instant{1}, Instant{2}, Instant{9}});
        });
    }
};

} // namespace radslag::storage
