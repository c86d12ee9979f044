// From what is due to what is gone: two persons, holds, the proof, and nothing left in any file.
#include "commands/commands.h"
#include "support/house_rig.h"

namespace radslag::http {
namespace {

using commands::Caller;
using process::Office;
using Fields = std::map<std::string, commands::Value, std::less<>>;

struct Retention : ::testing::Test {
    TestHouse house;
    commands::Staff worker = add("worker", Office::case_worker);
    commands::Staff mona = add("mona", Office::manager);
    commands::Staff mads = add("mads", Office::administrator);
    commands::Staff both = add("both", Office::manager);

    commands::Staff add(std::string const& name, Office office) {
        return house.add_staff(name + "@norreby.example", {office}, house.other);
    }
    [[nodiscard]] Caller as(commands::Staff const& staff) const {
        return {staff.id, house.other, "en"};
    }
    commands::Request request(std::string about, Fields fields) {
        commands::Request request;
        request.id = ActId::make(house.random);
        request.about = std::move(about);
        request.fields = std::move(fields);
        return request;
    }
    // "" when it was done, else why not.
    std::string in_house(commands::Staff const& staff, std::string_view act, std::string about,
                         Fields fields = {}) {
        commands::Means const means{house.vault, ""};
        auto done = commands::perform_staff(house.world, means, as(staff), act,
                                            request(std::move(about), std::move(fields)));
        return done ? "" : done.error().why.front().code;
    }
    std::string in_case(commands::Staff const& staff, CaseId const& id, std::string_view act,
                        Fields fields) {
        auto done =
            commands::perform(house.world, as(staff), id, act, request("", std::move(fields)));
        return done ? "" : done.error().why.front().code;
    }
    void set_day(std::string const& day) { house.clock.set(*read_instant(day + "T08:00:00Z")); }

    CaseId running_case(std::string const& word) {
        set_day("2026-02-01");
        auto done = commands::open_case(
            house.world, as(worker),
            request("", {{"intake", "dk-familieraadslagning/offered"}, {"name", word + " barn"}}));
        EXPECT_TRUE(done.has_value()) << done.error().why.front().code;
        auto const id = *CaseId::read(done->case_id);
        EXPECT_EQ(
            in_case(worker, id, "name_person", {{"name", word + " tante"}, {"role", "relative"}}),
            "");
        EXPECT_EQ(in_case(worker, id, "write_paper",
                          {{"kind", "investigation"},
                           {"title", word + " titel"},
                           {"text", word + " papir"},
                           {"dated", "2026-02-01"}}),
                  "");
        return id;
    }
    // A case of the worker's that ended on 3 March 2026.
    CaseId ended_case(std::string const& word) {
        auto const id = running_case(word);
        set_day("2026-03-03");
        EXPECT_EQ(in_case(worker, id, "stop_case",
                          {{"stop", "withdrawn"}, {"reason", word + " fortrød"}}),
                  "");
        return id;
    }
    commands::view::Retention look(commands::Staff const& staff) {
        keep();
        auto seen = commands::look_at_retention(house.world, as(staff));
        if (!seen) throw std::runtime_error(seen.error().why.front().code);
        return std::move(*seen);
    }
    void keep() { ASSERT_TRUE(commands::keep_retention(house.world).has_value()); }
    bool is_there(CaseId const& id) {
        return (*house.store->read())->case_file(house.other, id).has_value();
    }
    std::string bytes() {
        std::string all;
        for (auto const& entry : std::filesystem::recursive_directory_iterator(house.folder)) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            all.append(std::istreambuf_iterator<char>(in), {});
        }
        return all;
    }
    std::string release(commands::Staff const& staff, CaseId const& id) {
        keep();
        return in_house(staff, "release_case", id.text);
    }
    std::string erase(commands::Staff const& staff) {
        return in_house(staff, "erase_case", look(staff).waiting.at(0).id);
    }
};

TEST_F(Retention, NothingIsDueBeforeItsDay) {
    auto const id = ended_case("FØR");
    EXPECT_TRUE(look(mona).due.empty());
    EXPECT_EQ(release(mona, id), "act.about");
    set_day("2031-12-31"); // the aunt, named and never contacted, is due long since
    auto due = look(mona).due;
    ASSERT_EQ(due.size(), 1U);
    EXPECT_FALSE(due[0].whole);
    ASSERT_FALSE(due[0].parts.empty());
    EXPECT_EQ(due[0].parts[0].kind, "never_contacted");
    EXPECT_FALSE(due[0].parts[1].due);
    set_day("2032-01-01");
    EXPECT_TRUE(look(mona).due.at(0).whole);
}

TEST_F(Retention, TheListExplainsAndSaysWhatALawyerMustConfirm) {
    ended_case("ORD");
    set_day("2032-01-01");
    auto const seen = look(mona);
    bool papers = false;
    for (auto const& part : seen.due.at(0).parts) {
        EXPECT_NE(part.text.find("Source: GDPR"), std::string::npos) << part.text;
        EXPECT_NE(part.text.find("To be confirmed by a lawyer."), std::string::npos) << part.text;
        EXPECT_FALSE(part.verified);
        papers =
            papers ||
            (part.kind == "case_papers" &&
             part.text.starts_with(
                 "Kept until 31 December 2031, because: end of the case 3 March 2026 + 5 years"));
    }
    EXPECT_TRUE(papers);
    EXPECT_EQ(seen.due[0].in_the_way, "");
    for (auto const& rule : seen.rules) EXPECT_FALSE(rule.verified) << rule.id;
}

TEST_F(Retention, TwoPersonsAndNobodyWhoWorkedInIt) {
    auto const id = ended_case("TO");
    set_day("2032-01-01");
    auto whoever = house.staff(worker.id); // has become a manager since
    whoever.offices = 1U << unsigned(Office::manager);
    house.write([&](auto& writer) { writer.put(whoever); });
    EXPECT_EQ(release(worker, id), "retention.worked_in");
    EXPECT_EQ(look(worker).due.at(0).in_the_way,
              "You have worked in this case: two others must release it.");
    EXPECT_EQ(release(mona, id), "");
    EXPECT_EQ(release(mads, id), "retention.released");
    EXPECT_EQ(erase(mona), "retention.same_person");
    EXPECT_EQ(erase(worker), "retention.worked_in");
    EXPECT_TRUE(is_there(id));
    EXPECT_EQ(erase(mads), "");
    EXPECT_FALSE(is_there(id));
}

TEST_F(Retention, WhoseOfficeItIsNotDoesNothing) {
    auto const id = ended_case("IKKE");
    set_day("2032-01-01");
    EXPECT_EQ(release(worker, id), "act.not_yours");
    EXPECT_EQ(commands::look_at_retention(house.world, as(worker)).error().why.front().code,
              "act.not_yours");
    EXPECT_EQ(in_house(worker, "put_hold", "",
                       {{"number", std::int64_t{1}}, {"ground", "dispute"}, {"reason", "x"}}),
              "act.not_yours");
}

TEST_F(Retention, WhatIsHeldStays) {
    auto const id = ended_case("HOLD");
    set_day("2032-01-01");
    auto hold = [&](std::int64_t number) {
        return in_house(mona, "put_hold", "",
                        {{"number", number}, {"ground", "dispute"}, {"reason", "HOLDGRUND klage"}});
    };
    EXPECT_EQ(hold(99), "retention.number");
    EXPECT_EQ(hold(1), "");
    EXPECT_EQ(release(mads, id), "retention.held");
    auto seen = look(mads);
    EXPECT_TRUE(seen.due.at(0).in_the_way.starts_with("Held since 1 January 2032: A dispute"));
    ASSERT_EQ(seen.holds.size(), 1U);
    EXPECT_FALSE(seen.holds[0].verified);
    EXPECT_EQ(seen.holds[0].by, mona.name);
    EXPECT_EQ(in_house(mads, "lift_hold", seen.holds[0].id, {{"reason", "afgjort"}}), "");
    EXPECT_EQ(look(mads).holds.at(0).lifted_why, "afgjort");
    EXPECT_EQ(release(mads, id), "");
    // A hold that comes after the first word: that word falls, and the second does nothing.
    auto const waiting = look(mona).waiting.at(0).id;
    EXPECT_EQ(hold(1), "");
    EXPECT_EQ(in_house(both, "erase_case", waiting), "act.about");
    EXPECT_TRUE(look(mona).waiting.empty());
    EXPECT_TRUE(is_there(id));
}

// The second word is weighed against the hold itself, whatever became of the first.
TEST_F(Retention, AHoldStopsAReleaseThatStillWaits) {
    auto const id = ended_case("SEN");
    set_day("2032-01-01");
    EXPECT_EQ(release(mona, id), "");
    house.write([&](auto& writer) {
        writer.put_hold(commands::Hold{RowId::make(house.random),
                                       house.other,
                                       id,
                                       1,
                                       "dispute",
                                       "x",
                                       mona.id,
                                       house.clock.now(),
                                       {},
                                       {},
                                       {}});
    });
    EXPECT_EQ(erase(mads), "retention.held");
    EXPECT_TRUE(is_there(id));
}

TEST_F(Retention, AReleaseCountsForWhatWasDueThen) {
    auto const id = ended_case("DEL");
    set_day("2026-10-01");
    EXPECT_EQ(release(mona, id), ""); // the aunt alone
    set_day("2032-01-01");
    EXPECT_EQ(erase(mads), "retention.changed");
    EXPECT_EQ(in_house(mads, "withdraw_release", look(mads).waiting.at(0).id), "");
    EXPECT_EQ(release(mads, id), "");
    EXPECT_EQ(erase(mona), "");
    EXPECT_FALSE(is_there(id));
}

TEST_F(Retention, ThoseNeverContactedGoAloneAndTheCaseStays) {
    auto const id = ended_case("TANTE");
    set_day("2026-10-01");
    EXPECT_EQ(release(mona, id), "");
    EXPECT_EQ(erase(mads), "");
    EXPECT_TRUE(is_there(id));
    auto const all = bytes();
    EXPECT_EQ(all.find("TANTE tante"), std::string::npos);
    EXPECT_NE(all.find("TANTE papir"), std::string::npos);
    EXPECT_TRUE(look(mona).due.empty());
    EXPECT_TRUE(look(mona).waiting.empty());
    auto const proof = look(mona).erased.at(0);
    EXPECT_FALSE(proof.whole);
    // The case can still be read by those who could, and its log says that she was named.
    auto seen = commands::look_at_case(house.world, as(worker), id);
    EXPECT_TRUE(seen.has_value());
    set_day("2032-01-01");
    EXPECT_TRUE(look(mona).due.at(0).whole);
}

TEST_F(Retention, NothingOfItIsLeftAndTheProofNamesNobody) {
    auto const id = ended_case("PLANTET");
    auto const other = ended_case("NABO");
    EXPECT_NE(bytes().find("PLANTET papir"), std::string::npos);
    EXPECT_NE(bytes().find("PLANTET tante"), std::string::npos);
    EXPECT_NE(bytes().find("fortrød"), std::string::npos);
    set_day("2032-01-01");
    EXPECT_EQ(
        in_house(mona, "put_hold", "",
                 {{"number", std::int64_t{1}}, {"ground", "dispute"}, {"reason", "PLANTET klage"}}),
        "");
    EXPECT_EQ(
        in_house(mona, "lift_hold", look(mona).holds.at(0).id, {{"reason", "PLANTET færdig"}}), "");
    EXPECT_EQ(release(mona, id), "");
    EXPECT_EQ(erase(mads), "");
    auto const all = bytes();
    EXPECT_EQ(all.find("PLANTET"), std::string::npos);
    // The case's id, drawn by chance, stays in the trail and among the looks: it is told to be gone.
    EXPECT_NE(all.find(id.text), std::string::npos);
    EXPECT_FALSE(commands::look_at_case(house.world, as(worker), id).has_value());
    EXPECT_NE(all.find("NABO papir"), std::string::npos);
    EXPECT_EQ(std::filesystem::file_size(house.folder / "radslag.db-wal") < 40'000,
              true); // the mark of the wiping alone
    EXPECT_TRUE(is_there(other));
    auto const proof = look(both).erased.at(0);
    EXPECT_EQ(proof.number, 1);
    EXPECT_TRUE(proof.whole);
    EXPECT_EQ(proof.released_by, mona.name);
    EXPECT_EQ(proof.erased_by, mads.name);
    EXPECT_TRUE(proof.wiped_at.has_value());
    EXPECT_NE(std::ranges::find(proof.rows, "paper", &commands::view::ErasedRows::table),
              proof.rows.end());
    for (auto const& part : proof.parts) EXPECT_FALSE(part.source.empty()) << part.text;
}

TEST_F(Retention, WhileSomebodyReadsTheWipingWaitsAndIsDoneLater) {
    auto const id = ended_case("LÆSER");
    set_day("2032-01-01");
    EXPECT_EQ(release(mona, id), "");
    {
        auto reading = *house.store->read();
        EXPECT_EQ(erase(mads), "");
        auto seen = commands::look_at_retention(house.world, as(mona));
        ASSERT_TRUE(seen.has_value());
        EXPECT_FALSE(seen->erased.at(0).wiped_at.has_value());
        EXPECT_NE(bytes().find("LÆSER papir"), std::string::npos);
    }
    keep();
    EXPECT_TRUE(look(mona).erased.at(0).wiped_at.has_value());
    EXPECT_EQ(bytes().find("LÆSER papir"), std::string::npos);
}

// What is kept in mind is what the case itself says.
TEST_F(Retention, TheDayKeptInMindIsThatOfTheFacts) {
    auto const id = ended_case("DAG");
    keep();
    auto on = [&](std::string const& day) {
        return (*house.store->read())->to_erase(house.other, *read_date(day), 10);
    };
    EXPECT_TRUE(on("2026-08-01").empty());
    EXPECT_EQ(on("2026-08-02"), std::vector{id}); // the aunt was named on 1 February
    EXPECT_EQ(*commands::keep_retention(house.world), 0U); // nobody walks what has not changed
    house.rules.print = "other rules";
    EXPECT_EQ(*commands::keep_retention(house.world), 1U);
}

// Whoever starts a server with a hundred thousand cases and new rules does not wait for all of them.
TEST_F(Retention, AThousandCasesAreLookedAtAtOnceAndTheOthersLater) {
    set_day("2026-02-01");
    for (int i = 0; i < 1'001; ++i)
        ASSERT_TRUE(commands::open_case(house.world, as(worker),
                                        request("", {{"intake", "dk-familieraadslagning/offered"},
                                                     {"name", std::string("Barn")}}))
                        .has_value());
    EXPECT_EQ(*commands::keep_retention(house.world), 1'000U);
    EXPECT_EQ(*commands::keep_retention(house.world), 1U);
    EXPECT_EQ(*commands::keep_retention(house.world), 0U);
}

// Also while the case goes on: nobody told her that she stands there.
TEST_F(Retention, WhatWasErasedIsNotTakenBack) {
    auto const id = running_case("TILBAGE");
    set_day("2026-10-01");
    EXPECT_EQ(release(mona, id), "");
    EXPECT_EQ(erase(mads), "");
    auto const log = commands::look_at_log(house.world, as(worker), id, "");
    ASSERT_TRUE(log.has_value());
    auto const named =
        std::ranges::find(log->entries, "name_person", &commands::view::LogEntry::act);
    ASSERT_NE(named, log->entries.end());
    EXPECT_EQ(in_case(worker, id, "take_back", {{"happening", named->seq}, {"reason", "x"}}),
              "take_back.erased");
}

} // namespace
} // namespace radslag::http
