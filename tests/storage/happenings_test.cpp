// Happenings, taking back, acts sent twice, organisations kept apart, days on which time acts.
#include "storage/rows.h"

#include "storage/support.h"

namespace radslag::storage {
namespace {

using workflow::Happening;

preparation::Question question(StoreTest& test, std::string text) {
    preparation::Question row;
    row.id = test.fresh<RowId>();
    row.text = std::move(text);
    return row;
}

TEST_F(StoreTest, AHappeningComesBackWithEveryField) {
    auto c = begin_case(here, 1);
    auto full = happening(c, {change_to(question(*this, "Vem hämtar på fredagar?"))});
    full.staff = fresh<StaffId>();
    full.by = fresh<PersonId>();
    full.for_whom = fresh<PersonId>();
    full.told = consent::Told::letter;
    full.told_on = *read_date("2028-02-29");
    full.about = "O'Brien";
    full.why = "rad ett\nrad två";
    full.detail = "نعم";
    auto bare = happening(c, {});
    must_write([&](commands::Writer& w) { w.save(here, c.id, {full, bare}, c.glance); });

    auto found = reader()->happenings(c.id, 1, 10, false);
    ASSERT_EQ(found.size(), 2u);
    auto const& f = found[0];
    EXPECT_EQ(f.seq, 2);
    EXPECT_EQ(f.act, full.act);
    EXPECT_EQ(f.name, full.name);
    EXPECT_EQ(f.at, full.at);
    EXPECT_EQ(f.staff, full.staff);
    EXPECT_EQ(f.by, full.by);
    EXPECT_EQ(f.for_whom, full.for_whom);
    EXPECT_EQ(f.told, full.told);
    EXPECT_EQ(f.told_on, full.told_on);
    EXPECT_EQ(f.about, full.about);
    EXPECT_EQ(f.why, full.why);
    EXPECT_EQ(f.detail, full.detail);
    EXPECT_TRUE(f.changes.empty());
    EXPECT_FALSE(found[1].staff || found[1].by || found[1].for_whom || found[1].told ||
                 found[1].told_on || found[1].taken_back_by);
}

TEST_F(StoreTest, HappeningsComeInPagesWithTheirOwnChanges) {
    auto c = begin_case(here, 1);
    for (int i = 0; i < 9; ++i)
        must_write([&](commands::Writer& w) {
            auto h = happening(c, {});
            for (int k = 0; k < i % 3; ++k)
                h.changes.push_back(change_to(question(*this, std::to_string(i))));
            w.save(here, c.id, {h}, c.glance);
        });
    auto r = reader();
    EXPECT_EQ(r->last_seq(c.id), 10);
    auto page = r->happenings(c.id, 4, 5, true);
    ASSERT_EQ(page.size(), 5u);
    for (auto const& h : page) {
        auto i = static_cast<std::size_t>(h.seq - 2);
        ASSERT_EQ(h.changes.size(), i % 3) << h.seq;
        for (auto const& change : h.changes)
            EXPECT_EQ(from_cells<preparation::Question>(*change.after).text, std::to_string(i));
    }
    EXPECT_TRUE(r->happenings(fresh<CaseId>(), 0, 10, true).empty());
    EXPECT_EQ(r->last_seq(fresh<CaseId>()), 0);
}

TEST_F(StoreTest, AnActSentTwiceIsFoundAndCannotBeDoneTwice) {
    auto c = begin_case(here, 1);
    auto first = happening(c, {change_to(question(*this, "a"))});
    auto follow_on = happening(c, {}, "stage_entered");
    follow_on.act = first.act;
    must_write([&](commands::Writer& w) { w.save(here, c.id, {first, follow_on}, c.glance); });

    auto found = reader()->act(here, first.act);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].name, "write_something");
    EXPECT_EQ(found[0].changes.size(), 1u);
    EXPECT_EQ(found[1].name, "stage_entered");
    EXPECT_TRUE(reader()->act(here, fresh<ActId>()).empty());

    auto again = happening(c, {});
    again.act = first.act;
    auto in_same_case = [&](commands::Writer& w) {
        w.save(here, c.id, {again}, c.glance);
        return true;
    };
    EXPECT_THROW((void)store->write(in_same_case), Bug);
    auto other = begin_case(here, 2);
    auto elsewhere = happening(other, {});
    elsewhere.act = first.act;
    auto in_other_case = [&](commands::Writer& w) {
        w.save(here, other.id, {elsewhere}, other.glance);
        return true;
    };
    EXPECT_THROW((void)store->write(in_other_case), Bug);
    EXPECT_EQ(reader()->last_seq(other.id), 1);
}

TEST_F(StoreTest, ClientsOfTwoOrganisationsMayMakeTheSameActId) {
    auto there = put_organisation("Åby");
    auto c = begin_case(here, 1);
    auto d = begin_case(there, 1);
    auto mine = happening(c, {});
    auto theirs = happening(d, {});
    theirs.act = mine.act;
    must_write([&](commands::Writer& w) {
        w.save(here, c.id, {mine}, c.glance);
        w.save(there, d.id, {theirs}, d.glance);
    });
    EXPECT_EQ(reader()->act(here, mine.act).size(), 1u);
    EXPECT_EQ(reader()->act(there, mine.act).size(), 1u);
}

TEST_F(StoreTest, TakingBackMarksEveryHappeningOfTheActOnce) {
    auto c = begin_case(here, 1);
    auto asked = question(*this, "written by mistake");
    auto first = happening(c, {change_to(asked)});
    auto follow_on = happening(c, {});
    follow_on.act = first.act;
    must_write([&](commands::Writer& w) { w.save(here, c.id, {first, follow_on}, c.glance); });
    auto back = happening(c, {change_away(asked)}, "take_back");
    back.about = std::to_string(first.seq);
    must_write([&](commands::Writer& w) { w.save(here, c.id, {back}, c.glance); });

    auto trail = reader()->happenings(c.id, 0, 10, false);
    ASSERT_EQ(trail.size(), 4u);
    EXPECT_EQ(trail[0].taken_back_by, std::nullopt);
    EXPECT_EQ(trail[1].taken_back_by, back.seq);
    EXPECT_EQ(trail[2].taken_back_by, back.seq);
    EXPECT_EQ(trail[3].taken_back_by, std::nullopt);
    EXPECT_TRUE(reader()->case_file(here, c.id)->all<preparation::Question>().empty());

    for (auto const* about : {"2", "", "two", "99", "5"}) { // done already, nothing, itself
        auto copy = c;
        auto wrong = happening(copy, {}, "take_back");
        wrong.about = about;
        auto work = [&](commands::Writer& w) {
            w.save(here, c.id, {wrong}, c.glance);
            return true;
        };
        EXPECT_THROW((void)store->write(work), Bug) << about;
    }
}

TEST_F(StoreTest, AGapInTheTrailIsABug) {
    auto c = begin_case(here, 1);
    for (std::int64_t seq : {1, 3, 0, -1}) {
        auto copy = c;
        auto h = happening(copy, {});
        h.seq = seq;
        auto work = [&](commands::Writer& w) {
            w.save(here, c.id, {h}, c.glance);
            return true;
        };
        EXPECT_THROW((void)store->write(work), Bug) << seq;
    }
}

TEST_F(StoreTest, AnotherOrganisationsCaseIsNotThere) {
    auto there = put_organisation("Åby");
    auto c = begin_case(here, 1);
    auto r = reader();
    EXPECT_TRUE(r->case_file(here, c.id));
    EXPECT_FALSE(r->case_file(there, c.id));
    EXPECT_FALSE(r->case_file(here, fresh<CaseId>()));
    EXPECT_FALSE(r->case_file(OrganisationId{}, c.id));
}

TEST_F(StoreTest, ACaseCannotBeSavedUnderAnotherOrganisation) {
    auto there = put_organisation("Åby");
    auto c = begin_case(here, 1);
    auto attempt = [&](OrganisationId const& organisation, commands::Glance const& glance,
                       conference::Conference const& row) {
        auto copy = c;
        auto h = happening(copy, {change_to(row)});
        (void)store->write([&](commands::Writer& w) {
            w.save(organisation, c.id, {h}, glance);
            return true;
        });
    };
    auto stolen = c.glance;
    stolen.organisation = there;
    auto moved = c.conference();
    moved.organisation = there;
    auto other_id = c.conference();
    other_id.id = fresh<CaseId>();
    EXPECT_THROW(attempt(there, stolen, moved), Bug);
    EXPECT_THROW(attempt(there, c.glance, c.conference()), Bug);
    EXPECT_THROW(attempt(here, stolen, c.conference()), Bug);
    EXPECT_THROW(attempt(here, c.glance, moved), Bug);
    EXPECT_THROW(attempt(here, c.glance, other_id), Bug);
    EXPECT_NO_THROW(attempt(here, c.glance, c.conference()));
    EXPECT_FALSE(reader()->case_file(there, c.id));
}

TEST_F(StoreTest, TheTablesThemselvesKeepOrganisationsApart) {
    auto there = put_organisation("Åby");
    auto c = begin_case(here, 1);
    Connection db(folder.file());
    db.script("PRAGMA foreign_keys = ON");
    EXPECT_THROW(db.run("INSERT INTO agreement (organisation_id, case_id, sort_key, id, changed_in,"
                        " \"at\") VALUES ($1, $2, 1, 'x', 1, 1)",
                        there, c.id),
                 SqliteError);
    EXPECT_EQ(db.run("INSERT INTO agreement (organisation_id, case_id, sort_key, id, changed_in,"
                     " \"at\") VALUES ($1, $2, 1, 'x', 1, 1)",
                     here, c.id),
              1);
}

workflow::Due due_row(StoreTest& test, workflow::DueKind kind, std::string_view on) {
    workflow::Due due;
    due.id = test.fresh<RowId>();
    due.kind = kind;
    due.started_on = *read_date("2026-01-01");
    due.on = *read_date(on);
    return due;
}

TEST_F(StoreTest, DueCasesComeOnTheirDayNearestFirst) {
    using workflow::DueKind;
    auto there = put_organisation("Åby");
    auto with = [&](OrganisationId const& organisation, std::int64_t number,
                    std::vector<workflow::Due> dues) {
        auto c = begin_case(organisation, number);
        must_write([&](commands::Writer& w) {
            std::vector<workflow::Change> changes;
            for (auto const& due : dues) changes.push_back(change_to(due));
            save(w, c, changes);
        });
        return c;
    };
    auto warns = due_row(*this, DueKind::deadline, "2026-03-20");
    warns.warn_on = *read_date("2026-03-10");
    auto warned = warns;
    warned.id = fresh<RowId>();
    warned.warned_at = Instant{1};
    auto moved = due_row(*this, DueKind::deadline, "2026-03-01");
    moved.moved_to = *read_date("2026-03-25");
    auto met = due_row(*this, DueKind::deadline, "2026-02-01");
    met.met_at = Instant{1};
    auto told = due_row(*this, DueKind::deadline, "2026-02-01");
    told.late_at = Instant{1};
    auto a = with(here, 1, {warns, due_row(*this, DueKind::postponed, "2026-03-12")});
    auto b = with(there, 1, {due_row(*this, DueKind::consent, "2026-03-11"), met});
    auto c = with(here, 2, {warned});
    auto d = with(here, 3, {moved, told});

    auto on = [&](std::string_view day, std::size_t limit = 100) {
        std::vector<CaseId> found;
        for (auto const& due : reader()->due(*read_date(day), limit)) found.push_back(due.id);
        return found;
    };
    using Ids = std::vector<CaseId>;
    EXPECT_EQ(on("2026-03-09"), Ids{});
    EXPECT_EQ(on("2026-03-10"), Ids{a.id});
    EXPECT_EQ(on("2026-03-12"), (Ids{a.id, b.id}));
    EXPECT_EQ(on("2026-03-20"), (Ids{a.id, b.id}));
    EXPECT_EQ(on("2026-03-21"), (Ids{a.id, b.id, c.id}));
    EXPECT_EQ(on("2026-03-26"), (Ids{a.id, b.id, c.id, d.id}));
    EXPECT_EQ(on("2026-03-26", 2), (Ids{a.id, b.id}));
    EXPECT_EQ(reader()->due(*read_date("2026-03-12"), 9)[1].organisation, there);

    warns.met_at = Instant{2};
    must_write([&](commands::Writer& w) { save(w, a, {change_to(warns)}); });
    EXPECT_EQ(on("2026-03-11"), Ids{b.id});
}

} // namespace
} // namespace radslag::storage
