// Organisations, staff, sessions, committee days, restrictions.
#include "storage/support.h"

namespace radslag::storage {
namespace {

commands::Staff clerk(StoreTest& test, OrganisationId const& organisation, std::string mail) {
    commands::Staff s;
    s.id = test.fresh<StaffId>();
    s.organisation = organisation;
    s.name = "Siobhán O'Brien";
    s.mail = std::move(mail);
    return s;
}

TEST_F(StoreTest, OrganisationsAreKeptAndRenamed) {
    auto there = put_organisation("Åby");
    EXPECT_EQ(reader()->organisations().size(), 2u);
    auto found = reader()->organisation(there);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "Åby");
    EXPECT_EQ(found->country, "SE");
    EXPECT_EQ(found->zone, "Europe/Stockholm");
    EXPECT_EQ(found->language, "sv");
    found->name = "Aaby";
    found->country = "DK";
    found->zone = "Europe/Copenhagen";
    found->language = "da";
    must_write([&](commands::Writer& w) { w.put(*found); });
    auto renamed = reader()->organisation(there);
    EXPECT_EQ(renamed->name, "Aaby");
    EXPECT_EQ(renamed->country, "DK");
    EXPECT_EQ(renamed->zone, "Europe/Copenhagen");
    EXPECT_EQ(renamed->language, "da");
    EXPECT_FALSE(reader()->organisation(fresh<OrganisationId>()));
}

TEST_F(StoreTest, StaffComeBackWithEveryField) {
    auto s = clerk(*this, here, "s.obrien@example.org");
    s.offices = 0xffffffffu;
    s.language = "sv";
    s.password_hash = "$argon2id$v=19$invented";
    s.totp_secret = "JBSWY3DPEHPK3PXP";
    s.totp_used = std::numeric_limits<std::int64_t>::max();
    s.invite_hash = "abc";
    s.invite_until = Instant{11};
    s.locked_at = Instant{12};
    s.pledged_at = Instant{13};
    s.training = {"2026-03-01 training|två dagar", "2026-04-01 supervision|نعم"};
    s.version = 7;
    must_write([&](commands::Writer& w) { w.put(s); });
    auto by_id = reader()->staff(s.id);
    auto const with_mail = reader()->staff_with_mail("s.obrien@example.org");
    ASSERT_EQ(with_mail.size(), 1U);
    std::optional const by_mail(with_mail.front());
    for (auto const& found : {by_id, by_mail}) {
        ASSERT_TRUE(found);
        EXPECT_EQ(found->id, s.id);
    EXPECT_EQ(found->organisation, here);
        EXPECT_EQ(found->name, s.name);
        EXPECT_EQ(found->mail, s.mail);
        EXPECT_EQ(found->offices, s.offices);
        EXPECT_EQ(found->language, s.language);
        EXPECT_EQ(found->password_hash, s.password_hash);
        EXPECT_EQ(found->totp_secret, s.totp_secret);
        EXPECT_EQ(found->totp_used, s.totp_used);
        EXPECT_EQ(found->invite_hash, s.invite_hash);
        EXPECT_EQ(found->invite_until, s.invite_until);
        EXPECT_EQ(found->locked_at, s.locked_at);
        EXPECT_EQ(found->pledged_at, s.pledged_at);
        EXPECT_EQ(found->training, s.training);
        EXPECT_EQ(found->version, s.version);
    }
    s.locked_at.reset();
    s.training.clear();
    s.mail = "new@example.org";
    must_write([&](commands::Writer& w) { w.put(s); });
    EXPECT_TRUE(reader()->staff_with_mail("s.obrien@example.org").empty());
    EXPECT_FALSE(reader()->staff(s.id)->locked_at);
    EXPECT_TRUE(reader()->staff(s.id)->training.empty());
}

TEST_F(StoreTest, StaffStayInTheirOrganisationAndMailsAreTheirOwn) {
    auto there = put_organisation("Åby");
    auto s = clerk(*this, here, "a@example.org");
    auto t = clerk(*this, there, "b@example.org");
    must_write([&](commands::Writer& w) {
        w.put(s);
        w.put(t);
    });
    EXPECT_EQ(reader()->staff_of(here).size(), 1u);
    EXPECT_EQ(reader()->staff_of(there)[0].id, t.id);
    auto put = [&](commands::Staff const& who) {
        (void)store->write([&](commands::Writer& w) {
            w.put(who);
            return true;
        });
    };
    t.organisation = here;
    EXPECT_THROW(put(t), Bug);
    EXPECT_THROW(put(clerk(*this, here, "a@example.org")), Bug);
    EXPECT_NO_THROW(put(clerk(*this, there, "a@example.org")));
    EXPECT_THROW(put(clerk(*this, here, "Upper@example.org")), Bug);
    EXPECT_THROW(put(clerk(*this, fresh<OrganisationId>(), "c@example.org")), Bug);
    EXPECT_EQ(reader()->staff_of(here).size(), 1u);
}

TEST_F(StoreTest, SessionsEndOneByOneOrAllButOne) {
    auto s = clerk(*this, here, "a@example.org");
    auto t = clerk(*this, here, "b@example.org");
    must_write([&](commands::Writer& w) {
        w.put(s);
        w.put(t);
        for (auto const* token : {"one", "two", "three"})
            w.put(commands::Session{token, s.id, "csrf", Instant{1}, Instant{2}, Instant{3}});
        w.put(commands::Session{"theirs", t.id, "csrf", Instant{1}, Instant{2}, Instant{3}});
        w.put(commands::Session{"one", s.id, "other", Instant{1}, Instant{20}, Instant{30}});
    });
    auto found = reader()->session("one");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->token_hash, "one");
    EXPECT_EQ(found->staff, s.id);
    EXPECT_EQ(found->csrf, "other");
    EXPECT_EQ(found->began_at, Instant{1});
    EXPECT_EQ(found->seen_at, Instant{20});
    EXPECT_EQ(found->until, Instant{30});
    must_write([&](commands::Writer& w) { w.end_session("three"); });
    EXPECT_FALSE(reader()->session("three"));
    EXPECT_TRUE(reader()->session("two"));
    must_write([&](commands::Writer& w) { w.end_sessions_of(s.id, "one"); });
    EXPECT_FALSE(reader()->session("two"));
    EXPECT_TRUE(reader()->session("one"));
    EXPECT_TRUE(reader()->session("theirs"));
    must_write([&](commands::Writer& w) { w.end_sessions_of(s.id, ""); });
    EXPECT_FALSE(reader()->session("one"));
}

TEST_F(StoreTest, SessionsThatAreOverEnd) {
    auto s = clerk(*this, here, "a@example.org");
    must_write([&](commands::Writer& w) {
        w.put(s);
        for (std::int64_t until : {9, 10, 11})
            w.put(commands::Session{std::to_string(until), s.id, "", {}, {}, Instant{until}});
        w.end_sessions_until(Instant{10});
    });
    EXPECT_FALSE(reader()->session("9"));
    EXPECT_FALSE(reader()->session("10"));
    EXPECT_TRUE(reader()->session("11"));
}

TEST_F(StoreTest, AnActOnTheHouseIsFoundAndDoneOnce) {
    auto there = put_organisation("Åby");
    auto s = clerk(*this, here, "a@example.org");
    commands::HouseAct act{fresh<ActId>(), "7f", here, "lock_staff", s.id, Instant{4}, "O'Brien", 3};
    must_write([&](commands::Writer& w) {
        w.put(s);
        w.put(act);
    });
    auto found = reader()->house_act(here, act.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, act.id);
    EXPECT_EQ(found->request, "7f");
    EXPECT_EQ(found->organisation, here);
    EXPECT_EQ(found->name, act.name);
    EXPECT_EQ(found->by, s.id);
    EXPECT_EQ(found->at, act.at);
    EXPECT_EQ(found->about, act.about);
    EXPECT_EQ(found->version, 3);
    EXPECT_FALSE(reader()->house_act(there, act.id));
    EXPECT_FALSE(reader()->house_act(here, fresh<ActId>()));
    EXPECT_THROW((void)store->write([&](commands::Writer& w) {
        w.put(act);
        return true;
    }),
                 Bug);
}

TEST_F(StoreTest, RestrictionsComeBackWhole) {
    auto admin = clerk(*this, here, "admin@example.org");
    must_write([&](commands::Writer& w) { w.put(admin); });
    commands::Restriction first;
    first.id = fresh<RowId>();
    first.organisation = here;
    first.from = *read_date("2026-04-01");
    first.words = {{"en", "Few", "Keep away"}, {"sv", "Få", "Håll avstånd"}};
    first.put_by = admin.id;
    first.put_at = Instant{7};
    auto second = first;
    second.id = fresh<RowId>();
    second.from = *read_date("2026-03-01");
    second.until = *read_date("2026-03-31");
    second.room_at_most = 8;
    second.instead_of = first.id;
    second.words = {{"sv", "Digitalt först", "Helst på länk"}};
    must_write([&](commands::Writer& w) {
        w.put(first);
        w.put(second);
    });
    auto found = reader()->restrictions(here);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].id, second.id); // by the day it begins
    EXPECT_EQ(found[0].until, second.until);
    EXPECT_EQ(found[0].room_at_most, 8);
    EXPECT_EQ(found[0].instead_of, first.id);
    EXPECT_EQ(found[0].put_by, admin.id);
    EXPECT_EQ(found[0].put_at, Instant{7});
    EXPECT_FALSE(found[1].until || found[1].room_at_most || found[1].instead_of || found[1].ended_on);
    ASSERT_EQ(found[1].words.size(), 2u);
    EXPECT_EQ(found[1].words[1].text, "Håll avstånd");
    EXPECT_TRUE(reader()->restrictions(put_organisation("Åby")).empty());
}

// What stood is not written over: an end is added, and words in another language.
TEST_F(StoreTest, ARestrictionIsOnlyEndedAndTranslated) {
    auto admin = clerk(*this, here, "admin@example.org");
    must_write([&](commands::Writer& w) { w.put(admin); });
    commands::Restriction one;
    one.id = fresh<RowId>();
    one.organisation = here;
    one.from = *read_date("2026-04-01");
    one.words = {{"sv", "Få", "Håll avstånd"}};
    one.put_by = admin.id;
    must_write([&](commands::Writer& w) { w.put(one); });
    one.from = *read_date("2020-01-01");
    one.room_at_most = 1;
    one.ended_on = *read_date("2026-05-01");
    one.ended_by = admin.id;
    one.ended_why = "Lifted";
    one.version = 2;
    one.words.push_back({"da", "Få", "Hold afstand"});
    must_write([&](commands::Writer& w) { w.put(one); });
    auto found = reader()->restrictions(here);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].from, *read_date("2026-04-01"));
    EXPECT_FALSE(found[0].room_at_most);
    EXPECT_EQ(found[0].ended_on, one.ended_on);
    EXPECT_EQ(found[0].ended_by, admin.id);
    EXPECT_EQ(found[0].ended_why, "Lifted");
    EXPECT_EQ(found[0].version, 2);
    EXPECT_EQ(found[0].words.size(), 2u);
}

TEST_F(StoreTest, CommitteeDaysComeInOrder) {
    auto there = put_organisation("Åby");
    auto day = [&](OrganisationId const& organisation, std::string_view date) {
        return commands::CommitteeDay{fresh<RowId>(), organisation, "any", *read_date(date), {}};
    };
    auto late = day(here, "2026-12-03");
    auto soon = day(here, "2026-11-26");
    must_write([&](commands::Writer& w) {
        w.put(late);
        w.put(soon);
        w.put(day(there, "2026-11-01"));
        late.cancelled_at = Instant{5};
        w.put(late);
    });
    auto found = reader()->committee_days(here);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].id, soon.id);
    EXPECT_EQ(found[0].organisation, here);
    EXPECT_EQ(found[0].model, "any");
    EXPECT_EQ(found[0].day, soon.day);
    EXPECT_FALSE(found[0].cancelled_at);
    EXPECT_EQ(found[1].cancelled_at, Instant{5});
}

TEST_F(StoreTest, CaseNumbersCountPerOrganisationAndSurviveARename) {
    auto there = put_organisation("Åby");
    auto next = [&](OrganisationId const& organisation, bool keep) {
        std::int64_t number = 0;
        (void)store->write([&](commands::Writer& w) {
            number = w.next_case_number(organisation);
            return keep;
        });
        return number;
    };
    EXPECT_EQ(next(here, true), 1);
    EXPECT_EQ(next(here, false), 2); // left behind nothing: the number is given again
    EXPECT_EQ(next(here, true), 2);
    EXPECT_EQ(next(there, true), 1);
    must_write([&](commands::Writer& w) { w.put(*reader()->organisation(here)); });
    EXPECT_EQ(next(here, true), 3);
    EXPECT_THROW(next(fresh<OrganisationId>(), true), Bug);
}

} // namespace
} // namespace radslag::storage
