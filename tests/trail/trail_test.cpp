// What was bent is named; what was erased on purpose is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "trail/trail.h"

namespace radslag::trail {
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
    // Tables as they stand; order is the order of coming.
    std::vector<Standing> tables{{"question", {}, true}, {"person", {}, true}};

    Salt salt() {
        Salt fresh{};
        random.fill(fresh);
        return fresh;
    }
    Head head() const {
        return entries.empty() ? Head{id, 0, {}} : Head{id, entries.back().n, entries.back().hash};
    }
    void stands(std::string const& table, std::string const& row, std::optional<Cells> after) {
        for (auto& one : tables) {
            if (one.table != table) continue;
            auto at = std::find_if(one.rows.begin(), one.rows.end(),
                                   [&](auto const& r) { return r.first == row; });
            if (!after) one.rows.erase(at);
            else if (at == one.rows.end()) one.rows.emplace_back(row, *after);
            else at->second = *after;
        }
    }
    void act(std::string const& table, std::string const& row, std::optional<Cells> after) {
        workflow::Happening h;
        h.seq = static_cast<std::int64_t>(entries.size()) + 1;
        h.name = "write_question";
        h.at = Instant{h.seq * 1000};
        h.staff = StaffId{"01staffwithalongname"};
        auto chance = salt();
        entries.push_back(next(head(), chance, payload_of({h}, key, in_the_end({{table, row, after}}), chance)));
        stands(table, row, after);
    }
    void SetUp() override {
        act("question", "q1", cells("q1", "who"));
        act("question", "q2", cells("q2", "when"));
        act("person", "p1", cells("p1", "Ulla"));
        act("question", "q1", cells("q1", "who fetches"));
        act("question", "q3", cells("q3", "where"));
        act("question", "q2", std::nullopt);
    }
    std::vector<Finding> found() const { return verify(id, entries, &tables); }
    Finding about(Trouble is, std::int64_t n, std::string table = {}, std::string row = {}) const {
        return {is, id, n, std::move(table), std::move(row)};
    }
};

void PrintTo(Finding const& f, std::ostream* out) {
    *out << word(f.is) << " " << f.chain << " " << f.n << " " << f.table << " " << f.id;
}

TEST_F(Chain, IsFineAsItWasWritten) { EXPECT_THAT(found(), IsEmpty()); }

TEST_F(Chain, NamesAChangedRow) {
    tables[0].rows[0].second = cells("q1", "who fetched");
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_changed, 4, "question", "q1")));
}

TEST_F(Chain, KnowsNothingFromAnEmptyTextAndANumberFromAText) {
    tables[0].rows[0].second.back() = Cell{std::string{}};
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_changed, 4, "question", "q1")));
    tables[0].rows[0].second = cells("q1", "who fetches");
    tables[0].rows[0].second[1] = Cell{std::string{"3"}};
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_changed, 4, "question", "q1")));
}

TEST_F(Chain, NamesARemovedRow) {
    tables[1].rows.clear();
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_missing, 3, "person", "p1")));
}

TEST_F(Chain, NamesAnInsertedRow) {
    tables[1].rows.emplace_back("p2", cells("p2", "Nobody"));
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_unknown, 0, "person", "p2")));
}

TEST_F(Chain, NamesARowThatWasTakenAwayAndIsBack) {
    tables[0].rows.emplace_back("q2", cells("q2", "when"));
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_unknown, 0, "question", "q2")));
}

TEST_F(Chain, NamesRowsInAnotherOrder) {
    std::swap(tables[0].rows[0], tables[0].rows[1]);
    EXPECT_THAT(found(), ElementsAre(about(Trouble::row_moved, 4, "question", "q1")));
    tables[0].in_order = false;
    EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Chain, NamesAChangedEntry) {
    auto& payload = entries[2].told->payload;
    payload.replace(payload.find("write_question"), 14, "write_answers_");
    EXPECT_THAT(found(), testing::Contains(about(Trouble::entry_changed, 3)));
}

TEST_F(Chain, NamesAnEntryWhoseHashesWereMadeAnewButNotThoseAfterIt) {
    auto chance = salt();
    auto const before = Head{id, 2, entries[1].hash};
    entries[2] = next(before, chance, payload_of({}, key, {}, chance));
    EXPECT_THAT(found(), testing::Contains(about(Trouble::entry_changed, 4)));
    EXPECT_THAT(found(), testing::Contains(about(Trouble::row_unknown, 0, "person", "p1")));
}

TEST_F(Chain, NamesARemovedEntry) {
    entries.erase(entries.begin() + 2);
    EXPECT_THAT(found(), ElementsAre(about(Trouble::entry_missing, 3),
                                     about(Trouble::row_unknown, 0, "person", "p1")));
}

TEST_F(Chain, NamesEntriesThatChangedPlaces) {
    std::swap(entries[1], entries[2]);
    std::swap(entries[1].n, entries[2].n);
    auto all = found();
    EXPECT_THAT(all, testing::Contains(about(Trouble::entry_moved, 2)));
    EXPECT_THAT(all, testing::Contains(about(Trouble::entry_moved, 3)));
}

TEST_F(Chain, NamesAnInsertedEntry) {
    auto chance = salt();
    auto wrong = next({id, 3, entries[2].hash}, chance, payload_of({}, key, {}, chance));
    for (auto i = std::size_t{3}; i < entries.size(); ++i) ++entries[i].n;
    entries.insert(entries.begin() + 3, wrong);
    auto all = found();
    EXPECT_THAT(all, testing::Contains(about(Trouble::entry_moved, 5)));
}

TEST_F(Chain, StillVerifiesAfterErasure) {
    auto chance = salt();
    entries.push_back(next(head(), chance, erased_payload(static_cast<std::int64_t>(entries.size()))));
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) entries[i].told.reset();
    for (auto& table : tables) table.rows.clear();
    EXPECT_THAT(found(), IsEmpty());
    entries[1].content[0] ^= 1;
    EXPECT_THAT(found(), ElementsAre(about(Trouble::entry_changed, 2)));
}

TEST_F(Chain, NamesAPayloadThatIsGoneWithoutAnErasure) {
    entries[4].told.reset();
    EXPECT_THAT(found(), testing::Contains(about(Trouble::told_missing, 5)));
}

TEST_F(Chain, NamesNobody) {
    for (auto const& entry : entries)
        EXPECT_EQ(entry.told->payload.find("01staff"), std::string::npos);
    auto const somebody = StaffId{"01staffwithalongname"};
    EXPECT_EQ(pseudonym(key, somebody), pseudonym(key, somebody));
    EXPECT_NE(pseudonym(key, somebody), pseudonym(salt(), somebody));
}

TEST_F(Chain, ASaltMakesEqualRowsDifferent) {
    auto one = salt(), two = salt();
    std::vector<Left> rows{{"person", "p1", cells("p1", "Ulla")}};
    EXPECT_NE(payload_of(rows, one), payload_of(rows, two));
}

// ---- checkpoints

class Seal final : public Signer {
public:
    explicit Seal(std::string secret) : secret_(std::move(secret)) {}
    [[nodiscard]] std::string sign(std::string_view text) const override {
        return write_hex(hash_of_text(secret_ + std::string(text)));
    }
    [[nodiscard]] bool is_by_us(std::string_view text, std::string_view signature) const override {
        return sign(text) == signature;
    }

private:
    std::string secret_;
};

class Kept final : public Hashes {
public:
    std::map<std::string, std::vector<Entry>> chains;
    std::optional<Hash> hash_at(std::string const& chain, std::int64_t n) const override {
        auto found = chains.find(chain);
        if (found == chains.end()) return std::nullopt;
        for (auto const& entry : found->second)
            if (entry.n == n) return entry.hash;
        return std::nullopt;
    }
    bool has(std::string const& chain) const override { return chains.contains(chain); }
};

class Checkpoints : public Chain {
public:
    Seal seal{"ours"};
    Kept kept;
    std::vector<std::string> texts;
    void make() {
        Checkpoint c{static_cast<std::int64_t>(texts.size()) + 1, Instant{1'772'442'000'000'000},
                     texts.empty() ? Hash{} : hash_of_text(texts.back()), {head()}};
        texts.push_back(write_checkpoint(c, seal));
        kept.chains[id] = entries;
    }
    void SetUp() override {
        Chain::SetUp();
        make();
        act("question", "q4", cells("q4", "why"));
        make();
    }
};

TEST_F(Checkpoints, AreReadAsTheyWereWritten) {
    auto read = read_checkpoint(texts[1], seal);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->number, 2);
    EXPECT_EQ(read->heads, std::vector{head()});
    EXPECT_THAT(verify(texts, seal, kept), IsEmpty());
}

TEST_F(Checkpoints, AChangedSignIsSeen) {
    for (std::size_t i = 0; i < texts[0].size(); ++i) {
        auto bent = texts[0];
        bent[i] = bent[i] == 'x' ? 'y' : 'x';
        EXPECT_FALSE(read_checkpoint(bent, seal)) << i;
    }
    EXPECT_FALSE(read_checkpoint(texts[0] + texts[1], seal));
    EXPECT_FALSE(read_checkpoint(texts[0], Seal{"somebody else's"}));
}

TEST_F(Checkpoints, ATailThatWasCutOffIsNamed) {
    kept.chains[id].pop_back();
    EXPECT_THAT(verify(texts, seal, kept), ElementsAre(about(Trouble::chain_cut, 7)));
}

TEST_F(Checkpoints, ACaseThatIsGoneIsNamed) {
    kept.chains.clear();
    EXPECT_THAT(verify(texts, seal, kept), ElementsAre(about(Trouble::chain_missing, 1),
                                                       about(Trouble::chain_missing, 2)));
}

TEST_F(Checkpoints, AHistoryWrittenAnewIsNamed) {
    entries.clear();
    for (auto& table : tables) table.rows.clear();
    Chain::SetUp();
    act("question", "q4", cells("q4", "why"));
    EXPECT_THAT(found(), IsEmpty()); // within itself it fits
    kept.chains[id] = entries;
    EXPECT_THAT(verify(texts, seal, kept), ElementsAre(about(Trouble::entry_changed, 6),
                                                       about(Trouble::entry_changed, 7)));
}

TEST_F(Checkpoints, OneThatWasTakenOutOfTheRowIsSeen) {
    act("question", "q5", cells("q5", "how"));
    make();
    texts.erase(texts.begin() + 1);
    EXPECT_THAT(verify(texts, seal, kept),
                ElementsAre(Finding{Trouble::checkpoint_bent, {}, 2, {}, {}}));
    texts.erase(texts.begin()); // the oldest ones may be put away
    EXPECT_THAT(verify(texts, seal, kept), IsEmpty());
}

} // namespace
} // namespace radslag::trail
