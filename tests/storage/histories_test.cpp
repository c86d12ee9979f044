// Whatever happens in whatever order, nothing is found; and then whatever is bent is.
#include "storage/bent.h"

namespace radslag::storage {
namespace {

using testing::IsEmpty;
using testing::Not;

class Histories : public StoreTest {
public:
    std::vector<Case> cases;
    std::vector<commands::Staff> staff;
    std::map<std::string, std::vector<workflow::Change>> standing_; // of each case, by table and id

    // What somebody may do next. Each writes as acts do.
    void something_happens() {
        switch (random.below(8)) {
        case 0:
            return begin();
        case 1:
            return about_staff();
        case 2:
            return looks();
        case 3:
            return take_back();
        default:
            return act();
        }
    }

    void begin() {
        auto c = new_case(here, 0);
        must_write([&](commands::Writer& w) {
            c.glance.number = w.next_case_number(here);
            save(w, c, {change_to(c.conference())});
        });
        cases.push_back(c);
    }
    void about_staff() {
        commands::Staff one;
        if (!staff.empty() && random.below(2) == 0) one = staff[random.below(staff.size())];
        else {
            one.id = fresh<StaffId>();
            one.organisation = here;
            one.mail = one.id.text + "@example.org";
            staff.push_back(one);
        }
        one.name = odd_text(random.next());
        must_write([&](commands::Writer& w) {
            w.put(one);
            w.put(commands::Session{one.id.text, one.id, "w", Instant{1},
                                    Instant{std::int64_t(random.below(99))}, Instant{9}});
            if (random.below(3) == 0) w.end_sessions_of(one.id, "");
        });
    }
    void looks() {
        if (staff.empty()) return;
        std::vector<commands::Looked> all;
        for (auto n = random.below(4); n > 0; --n) {
            auto const at =
                Instant{1'700'000'000'000'000 + std::int64_t(random.below(200'000'000'000))};
            all.push_back({here,
                           staff[random.below(staff.size())].id,
                           "look_at_case",
                           cases.empty() ? CaseId{} : cases[random.below(cases.size())].id,
                           {},
                           {},
                           at,
                           at});
        }
        ASSERT_TRUE(store->note(all));
        ASSERT_TRUE(store->write_notes());
    }
    void take_back() {
        if (cases.empty()) return;
        auto& c = cases[random.below(cases.size())];
        auto const first = happening(c, {});
        auto back = happening(c, {}, "take_back");
        back.about = std::to_string(first.seq);
        must_write([&](commands::Writer& w) { w.save(here, c.id, {first, back}, c.glance); });
    }
    // New rows, rows changed and rows taken away, some of them twice in one act.
    void act() {
        if (cases.empty()) return begin();
        auto& c = cases[random.below(cases.size())];
        auto& rows = standing_[c.id.text];
        std::vector<workflow::Change> changes;
        for (auto n = 1 + random.below(3); n > 0; --n) {
            auto made = some_row(c);
            if (rows.empty() || random.below(2) == 0) rows.push_back(made);
            auto at = rows.begin() + std::ptrdiff_t(random.below(rows.size()));
            if (random.below(5) == 0 && at->before) {
                changes.push_back({at->table, at->id, at->after, std::nullopt});
                rows.erase(at);
                continue;
            }
            at->before = at->after;
            changes.push_back(*at);
        }
        std::vector<workflow::Happening> happened{happening(c, changes)};
        must_write([&](commands::Writer& w) { w.save(here, c.id, happened, c.glance); });
    }
    workflow::Change some_row(Case const& c) {
        auto const how = std::array{Fill::full, Fill::empty, Fill::other}[random.below(3)];
        switch (random.below(4)) {
        case 0:
            return change_to(filled<people::Person>(how, random, c));
        case 1:
            return change_to(filled<preparation::Question>(how, random, c));
        case 2:
            return change_to(filled<consent::Consent>(how, random, c));
        default:
            return change_to(filled<workflow::Due>(how, random, c));
        }
    }

    std::vector<Finding> found(std::string const& bend = {}) {
        Connection db(folder.file(), test_seals());
        db.script("PRAGMA foreign_keys = OFF; BEGIN");
        changed_ = bend.empty() ? 0 : db.run(bend);
        auto findings = verify_trail(db).findings;
        db.script("ROLLBACK");
        return findings;
    }
    // One row of one table, changed or taken out.
    std::string bend() {
        static std::vector<std::pair<std::string, std::string>> const places{
            {"person", "name"},    {"question", "text"},      {"due", "acts_on"},
            {"consent", "answer"}, {"happening", "detail"},   {"happening_change", "after"},
            {"glance", "stage"},   {"staff", "offices"},      {"look", "times"},
            {"trail", "hash"},     {"trail_told", "payload"}, {"organisation", "last_case_number"}};
        auto const& [table, column] = places[random.below(places.size())];
        Connection db(folder.file());
        auto keys =
            db.query("SELECT group_concat(name) FROM pragma_table_info($1) WHERE pk > 0", table);
        keys.step();
        auto const key = std::string(keys.text(0));
        auto const where = " WHERE (" + key + ") = (SELECT " + key + " FROM " + table +
                           " ORDER BY " + key + " LIMIT 1 OFFSET " +
                           std::to_string(random.below(5)) + ")";
        if (random.below(3) == 0) return "DELETE FROM " + table + where;
        bool const number = table == "staff" || table == "look" || table == "organisation";
        return "UPDATE " + table + " SET " + column +
               (number ? " = " + column + " + 1" : " = coalesce(" + column + ", '') || 'x'") +
               where;
    }
    int changed_ = 0;
};

TEST_F(Histories, NothingIsFoundUntilSomethingIsBent) {
    int bent = 0;
    for (int step = 0; step < 160; ++step) {
        something_happens();
        if (step % 8 != 7) continue;
        ASSERT_THAT(found(), IsEmpty()) << "after " << step;
        for (int tries = 0; tries < 4; ++tries) {
            auto const sql = bend();
            auto const findings = found(sql);
            if (changed_ == 0) continue;
            ++bent;
            // The last entry of a chain can be taken off with what it told: then the rows tell.
            EXPECT_THAT(findings, Not(IsEmpty())) << sql;
        }
    }
    EXPECT_GT(bent, 30);
}

} // namespace
} // namespace radslag::storage
