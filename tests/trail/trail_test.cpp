// What was bent is named; what was erased on purpose is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "trail/trail.h"

namespace radslag::trail {

inline void PrintTo(Finding const& f, std::ostream* out) {
    *out << word(f.is) << " " << f.chain << " " << f.n << " " << f.table << " " << f.id;
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Cells cells(std::string id, std::string text) {
    return {Cell{std::move(id)}, Cell{std::int64_t{3}}, Cell{std::move(text)}, Cell{}};
}

class Chain : public testing::Test {
public:
    SeededRandom random{7};
    std::string const id = "case1";
    std::vector<Entry> entries;
    Salt key = salt();
    std::vector<Standing> tables{{"question", {}}, {"person", {}}}; // as they stand
    std::int64_t places = 0;

    Salt salt() {
        Salt fresh{};
        random.fill(fresh);
        return fresh;
    }
    Head head() const {
        return entries.empty() ? Head{id, 0, {}} : Head{id, entries.back().n, entries.back().hash};
    }
    Left& row(std::string const& table, std::string const& id) {
        for (auto& one : tables)
            for (auto& each : one.rows)
                if (one.table == table && each.id == id) return each;
        throw std::out_of_range(id);
    }
    std::vector<Left>& rows(std::size_t table) { return tables[table].rows; }
    Left stands(std::string const& table, std::string const& id, std::optional<Cells> after) {
        for (auto& one : tables) {
            if (one.table != table) continue;
            auto at = std::find_if(one.rows.begin(), one.rows.end(),
                                   [&](auto const& r) { return r.id == id; });
            if (!after) one.rows.erase(at);
            else if (at == one.rows.end()) {
                one.rows.push_back({table, id, *after, ++places});
                return one.rows.back();
            } else {
                at->cells = *after;
                return *at;
            }
        }
        return {table, id, std::nullopt, 0};
    }
    void add(std::string payload) { entries.push_back(next(head(), fresh_, std::move(payload))); }
    void act(std::string const& table, std::string const& id, std::optional<Cells> after) {
        workflow::Happening h;
        h.seq = static_cast<std::int64_t>(entries.size()) + 1;
        h.name = "write_question";
        h.at = Instant{h.seq * 1000};
        h.staff = StaffId{"01staffwithalongname"};
        h.detail = "somebody's\nown\twords";
        fresh_ = salt();
        add(happened({h}, key) + left({stands(table, id, after)}, fresh_));
    }
    void SetUp() override {
        act("question", "q1", cells("q1", "who"));
        act("question", "q2", cells("q2", "when"));
        act("person", "p1", cells("p1", "Ulla"));
        act("question", "q1", cells("q1", "who fetches"));
        act("question", "q3", cells("q3", "where"));
        act("question", "q2", std::nullopt);
    }
    std::vector<Finding> found() const { return verify(id, entries, tables); }
    Finding about(Trouble is, std::int64_t n, std::string table = {}, std::string row = {}) const {
        return {is, id, n, std::move(table), std::move(row)};
    }

private:
    Salt fresh_{};
};

TEST_F(Chain, IsFineAsItWasWritten) { EXPECT_THAT(found(), IsEmpty()); }

TEST_F(Chain, NamesAChangedRow) {
    row("question", "q1").cells = cells("q1", "who fetched");
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_changed, 4, "question", "q1")));
}

TEST_F(Chain, KnowsNothingFromAnEmptyTextAndANumberFromAText) {
    row("question", "q1").cells->back() = Cell{std::string{}};
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_changed, 4, "question", "q1")));
    row("question", "q1").cells = cells("q1", "who fetches");
    EXPECT_THAT(found(), IsEmpty());
    (*row("question", "q1").cells)[1] = Cell{std::string{"3"}};
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_changed, 4, "question", "q1")));
}

TEST_F(Chain, KnowsWhereOneCellEnds) {
    row("question", "q1").cells = Cells{Cell{std::string{"q1w"}}, Cell{std::int64_t{3}},
                                        Cell{std::string{"ho fetches"}}, Cell{}};
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_changed, 4, "question", "q1")));
}

TEST_F(Chain, NamesARemovedRow) {
    rows(1).clear();
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_missing, 3, "person", "p1")));
}

TEST_F(Chain, NamesAnInsertedRow) {
    rows(1).push_back({"person", "p2", cells("p2", "Nobody"), 9});
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_unknown, 0, "person", "p2")));
}

TEST_F(Chain, NamesARowThatWasTakenAwayAndIsBack) {
    rows(0).push_back({"question", "q2", cells("q2", "when"), 2});
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_unknown, 0, "question", "q2")));
}

TEST_F(Chain, NamesRowsInAnotherOrder) {
    std::swap(row("question", "q1").place, row("question", "q3").place);
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_moved, 4, "question", "q1"),
                                     about(Trouble::row_moved, 5, "question", "q3")));
}

TEST_F(Chain, NamesRowsThatChangedTheirNames) {
    std::swap(row("question", "q1").cells, row("question", "q3").cells);
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_changed, 4, "question", "q1"),
                                     about(Trouble::row_changed, 5, "question", "q3")));
}

TEST_F(Chain, NamesAnEntryThatTellsSomethingElse) {
    auto& payload = entries[2].told->payload;
    payload.replace(payload.find("write_question"), 14, "write_answers_");
    EXPECT_THAT(found(), ElementsAre(about(Trouble::entry_changed, 3)));
}

TEST_F(Chain, NamesTheOneEntryWhoseSaltContentOrHashWasChanged) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (auto* of : {&entries[i].told->salt, &entries[i].content, &entries[i].hash}) {
            (*of)[7] ^= 1;
            EXPECT_THAT(found(), ElementsAre(about(Trouble::entry_changed, std::int64_t(i) + 1)));
            (*of)[7] ^= 1;
        }
        EXPECT_THAT(found(), IsEmpty());
    }
}

TEST_F(Chain, NamesAnEntryWrittenAnewByWhatStandsOnIt) {
    auto chance = salt();
    entries[2] = next({id, 2, entries[1].hash}, chance, left({}, chance));
    // The new one fits; those who stood on the old one tell.
    EXPECT_THAT(found(), ElementsAre(about(Trouble::entry_changed, 4)));
}

TEST_F(Chain, NamesARemovedEntry) {
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
        auto const one = entries[i];
        entries.erase(entries.begin() + std::ptrdiff_t(i));
        EXPECT_THAT(found(), ElementsAre(about(Trouble::entry_missing, one.n)));
        entries.insert(entries.begin() + std::ptrdiff_t(i), one);
    }
}

TEST_F(Chain, ATailThatWasCutOffShowsInTheRows) {
    entries.pop_back(); // it took q2 away
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_missing, 2, "question", "q2")));
    entries.pop_back(); // it wrote q3
    EXPECT_THAT(found(),
                testing::UnorderedElementsAre(about(Trouble::row_missing, 2, "question", "q2"),
                                              about(Trouble::row_unknown, 0, "question", "q3")));
}

TEST_F(Chain, NamesEntriesThatChangedPlaces) {
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
        auto swap = [&] {
            std::swap(entries[i], entries[i + 1]);
            std::swap(entries[i].n, entries[i + 1].n);
        };
        swap();
        EXPECT_THAT(found(), ElementsAre(about(Trouble::entry_moved, std::int64_t(i) + 1),
                                         about(Trouble::entry_moved, std::int64_t(i) + 2)));
        swap();
    }
}

TEST_F(Chain, NamesThoseThatAnInsertedEntryPushedOn) {
    auto chance = salt();
    auto wrong = next({id, 3, entries[2].hash}, chance, left({}, chance));
    for (auto i = std::size_t{3}; i < entries.size(); ++i) ++entries[i].n;
    entries.insert(entries.begin() + 3, wrong);
    EXPECT_THAT(found(), ElementsAre(about(Trouble::entry_moved, 5), about(Trouble::entry_moved, 6),
                                     about(Trouble::entry_moved, 7)));
}

TEST_F(Chain, StillVerifiesAfterErasure) {
    add(erased(static_cast<std::int64_t>(entries.size())));
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) entries[i].told.reset();
    for (auto& table : tables) table.rows.clear();
    EXPECT_THAT(found(), IsEmpty());
    entries[1].content[0] ^= 1;
    EXPECT_THAT(found(), ElementsAre(about(Trouble::entry_changed, 2)));
    entries[1].content[0] ^= 1;
    rows(1).push_back({"person", "p1", cells("p1", "Ulla"), 3}); // it was to be erased
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_unknown, 0, "person", "p1")));
}

TEST_F(Chain, AnErasureVouchesForTheRowsThatItLeft) {
    rows(1).clear();
    std::vector<Left> stand = rows(0);
    auto chance = salt();
    entries.push_back(next(head(), chance, erased(6) + left(stand, chance)));
    for (std::size_t i = 0; i < 6; ++i) entries[i].told.reset();
    EXPECT_THAT(found(), IsEmpty());
    row("question", "q3").cells = cells("q3", "elsewhere");
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_changed, 7, "question", "q3")));
}

TEST_F(Chain, NamesAPayloadThatIsGoneWithoutAnErasure) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto const told = entries[i].told;
        entries[i].told.reset();
        EXPECT_THAT(found(), ElementsAre(about(Trouble::told_missing, std::int64_t(i) + 1)));
        entries[i].told = told;
    }
}

TEST_F(Chain, NamesNobody) {
    for (auto const& entry : entries)
        for (auto const* closed : {"01staff", "Ulla", "own"})
            EXPECT_EQ(entry.told->payload.find(closed), std::string::npos) << closed;
    auto const somebody = StaffId{"01staffwithalongname"};
    EXPECT_EQ(pseudonym(key, somebody), pseudonym(key, somebody));
    EXPECT_NE(pseudonym(key, somebody), pseudonym(salt(), somebody));
}

TEST_F(Chain, ASaltMakesEqualRowsDifferent) {
    auto one = salt(), two = salt();
    std::vector<Left> rows{{"person", "p1", cells("p1", "Ulla")}};
    EXPECT_NE(left(rows, one), left(rows, two));
}

// ---- checkpoints

class Checkpoints : public Chain {
public:
    Seed seed = salt();
    PublicKey ours = public_key(seed);
    std::map<std::string, std::vector<Entry>> now; // the chains as they stand
    std::vector<std::pair<std::string, std::string>> texts;
    Chains const chains{[this](std::string const& chain, std::int64_t n) -> std::optional<Hash> {
                            for (auto const& entry : now[chain])
                                if (entry.n == n) return entry.hash;
                            return std::nullopt;
                        },
                        [this](std::string const& chain) { return !now[chain].empty(); }};

    void make() {
        Checkpoint c{static_cast<std::int64_t>(texts.size()) + 1,
                     Instant{1'772'442'000'000'000},
                     texts.empty() ? Hash{} : hash_of_text(texts.back().second),
                     {head()}};
        texts.emplace_back(std::to_string(c.number), write_checkpoint(c, seed));
        now[id] = entries;
    }
    void SetUp() override {
        Chain::SetUp();
        make();
        act("question", "q4", cells("q4", "why"));
        make();
    }
    std::vector<Finding> compared() const { return verify(texts, ours, chains); }
    Finding by(Trouble is, std::int64_t n, std::string checkpoint) const {
        return {is, id, n, {}, std::move(checkpoint)};
    }
    static Finding itself(Trouble is, std::int64_t n, std::string checkpoint) {
        return {is, {}, n, {}, std::move(checkpoint)};
    }
};

TEST_F(Checkpoints, AreReadAsTheyWereWritten) {
    auto read = read_checkpoint(texts[1].second, ours);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->number, 2);
    EXPECT_EQ(read->made_at, Instant{1'772'442'000'000'000});
    EXPECT_EQ(read->heads, std::vector{head()});
    EXPECT_THAT(compared(), IsEmpty());
}

TEST_F(Checkpoints, ADatabaseThatWentOnSinceThenIsFine) {
    act("question", "q5", cells("q5", "how"));
    now[id] = entries;
    now["another case"] = {Entry{"another case", 1, {}, {}, {}}};
    EXPECT_THAT(compared(), IsEmpty());
}

TEST_F(Checkpoints, AChangedSignIsSeen) {
    auto const& text = texts[0].second;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto bent = text;
        bent[i] = bent[i] == 'x' ? 'y' : 'x';
        EXPECT_FALSE(read_checkpoint(bent, ours)) << i;
        EXPECT_FALSE(read_checkpoint(text.substr(0, i), ours)) << i;
    }
    EXPECT_FALSE(read_checkpoint(text + texts[1].second, ours));
    EXPECT_FALSE(read_checkpoint(text, public_key(salt())));
}

TEST_F(Checkpoints, OneThatSomebodyElseSignedIsNamed) {
    auto read = read_checkpoint(texts[1].second, ours);
    texts[1].second = write_checkpoint(*read, salt());
    EXPECT_THAT(compared(), ElementsAre(itself(Trouble::checkpoint_bent, 0, "2")));
}

TEST_F(Checkpoints, ATailThatWasCutOffIsNamed) {
    now[id].pop_back();
    EXPECT_THAT(compared(), ElementsAre(by(Trouble::chain_cut, 7, "2")));
    now[id].pop_back();
    EXPECT_THAT(compared(), ElementsAre(by(Trouble::chain_cut, 6, "1")));
}

TEST_F(Checkpoints, ACaseThatIsGoneIsNamed) {
    now.clear();
    EXPECT_THAT(compared(), ElementsAre(by(Trouble::chain_missing, 6, "1")));
}

TEST_F(Checkpoints, AHistoryWrittenAnewIsNamed) {
    entries.clear();
    places = 0;
    for (auto& table : tables) table.rows.clear();
    Chain::SetUp();
    act("question", "q4", cells("q4", "why"));
    EXPECT_THAT(found(), IsEmpty()); // within itself it fits
    now[id] = entries;
    EXPECT_THAT(compared(), ElementsAre(by(Trouble::entry_changed, 6, "1")));
}

TEST_F(Checkpoints, OneThatWasTakenOutOfTheRowIsSeen) {
    act("question", "q5", cells("q5", "how"));
    make();
    std::swap(texts[0], texts[2]);
    texts.push_back(texts[1]); // in any order, and one of them twice
    EXPECT_THAT(compared(), IsEmpty());
    texts = {texts[2], texts[0]};
    EXPECT_THAT(compared(), ElementsAre(itself(Trouble::checkpoint_missing, 3, "3")));
    texts = {texts[1]}; // the oldest ones may be put away
    EXPECT_THAT(compared(), IsEmpty());
}

TEST_F(Checkpoints, TwoOfOneNumberTellThatTheDatabaseWasRolledBack) {
    texts.pop_back();
    make(); // the second 2 is like the first
    auto const twin = texts.back();
    texts.pop_back();
    act("question", "q6", cells("q6", "what else"));
    make();
    texts.emplace_back("2 again", twin.second);
    EXPECT_THAT(compared(), ElementsAre(itself(Trouble::checkpoint_missing, 2, "2 again")));
}

} // namespace
} // namespace radslag::trail
