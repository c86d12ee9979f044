// What is promised holds in every model; what is planted is found, and leads there in a scene that
// runs.
#include <iostream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "proof/models.h"

namespace radslag::proof::test {
namespace {

using process::Model;
using testing::HasSubstr;
using testing::IsEmpty;

std::string told(Report const& report) {
    std::ostringstream out;
    tell(report, out);
    return out.str();
}

TEST(Promises, HoldInEveryModel) {
    ASSERT_EQ(all_models().size(), model_files().size() + 6); // six strangers'
    for (auto const& model : all_models()) {
        auto const report = prove(model);
        EXPECT_TRUE(report.holds());
        tell(report, std::cout);
        EXPECT_EQ(report.promises.size(), 14U);
        for (auto const& promise : report.promises) {
            if (!promise.not_concerned.empty()) continue;
            EXPECT_GT(promise.could, 0U) << promise.id;
            EXPECT_FALSE(promise.words.empty());
        }
    }
}

// What a model has none of is said, and is not promised.
TEST(Promises, SayWhatTheyDoNotApplyTo) {
    auto const none = [](std::string const& id) {
        std::vector<std::string> all;
        for (auto const& promise : prove(model(id), false).promises)
            if (!promise.not_concerned.empty()) all.push_back(promise.id);
        return all;
    };
    using testing::ElementsAre;
    EXPECT_THAT(none("hoor-familjeradslag"), ElementsAre("anonymity"));
    EXPECT_THAT(none("hilleroed-processuelt-netvaerksmoede"), IsEmpty());
    EXPECT_THAT(none("by-letter"), ElementsAre("presence", "invitation", "shut_out", "consents", "deadlines"));
    EXPECT_THAT(none("one-step"), ElementsAre("invitation", "shut_out", "anonymity", "approval", "deadlines"));
}

process::May may(Model const& model, std::string const& who, std::string const& act) {
    process::May row;
    row.who.add(model.role(who));
    row.acts = {act};
    return row;
}

void expect_found(std::shared_ptr<Model const> const& model, std::string const& id,
                  std::string const& what, std::string const& then) {
    auto const report = prove(model);
    auto const& broken = promise(report, id);
    EXPECT_FALSE(broken.holds);
    EXPECT_GT(broken.was, 0U);
    EXPECT_THAT(broken.what, HasSubstr(what));
    ASSERT_THAT(broken.scene, HasSubstr(then)) << told(report);
    EXPECT_EQ(test::play(broken.scene, model), "") << broken.scene;
    EXPECT_THAT(told(report), HasSubstr("BROKEN"));
}

TEST(Planted, ACoordinatorReadsThePapers) {
    auto const bad = planted("hoor-familjeradslag", [](Model& model) {
        process::See row;
        row.what = process::Matter::papers;
        row.who.add(model.role("coordinator"));
        row.from = model.stage("followup");
        model.sees.push_back(row);
    });
    expect_found(bad, "papers", "a coordinator reads the case papers", "sees papers");
}

TEST(Planted, ACoordinatorWritesThePapers) {
    auto const bad = planted("hoor-familjeradslag", [](Model& model) {
        model.mays.push_back(may(model, "coordinator", "write_paper"));
    });
    expect_found(bad, "papers", "may write_paper", "Then it is done");
}

TEST(Planted, ATeacherComesBack) {
    auto const bad = planted("hoor-familjeradslag", [](Model& model) {
        for (auto& step : model.meetings.front().steps)
            if (step.id == "agreements") step.present.add(model.role("informant"));
    });
    expect_found(bad, "presence", "the model does not bring them back", "Then in the room are");
}

TEST(Planted, AGuestComesIntoThePrivateStep) {
    auto const bad = planted("hoor-familjeradslag", [](Model& model) {
        for (auto& step : model.meetings.front().steps)
            if (step.is_private) step.present.add(model.role("case_worker"));
    });
    expect_found(bad, "presence", "the family is alone", "Then in the room are");
}

TEST(Planted, TheCaseGoesOnWhenTheYesIsTakenBack) {
    auto const bad = planted("hoor-familjeradslag", [](Model& model) {
        model.mays.erase(std::remove_if(model.mays.begin(), model.mays.end(),
                                        [](auto const& may) {
                                            return std::find(may.acts.begin(), may.acts.end(),
                                                             "withdraw_consent") != may.acts.end();
                                        }),
                         model.mays.end());
    });
    auto const report = prove(bad, false);
    EXPECT_THAT(promise(report, "voluntary").what, HasSubstr("cannot take taking_part back"));
}

TEST(Planted, NothingIsAskedFor) {
    auto const bad = planted("hoor-familjeradslag", [](Model& model) {
        for (auto& consent : model.consents)
            consent.withdrawn = process::Withdrawn::closes_gate;
    });
    auto const report = prove(bad, false);
    auto const& voluntary = promise(report, "voluntary");
    EXPECT_EQ(voluntary.could, 0U); // a promise of nothing
    EXPECT_FALSE(voluntary.holds);
    EXPECT_THAT(told(report), HasSubstr("Nothing was looked at"));
}

// Somebody who may hold both roles, one after the other.
TEST(Planted, WhoHasReadThePapersLeads) {
    auto const bad = planted("hoor-familjeradslag", [](Model& model) {
        for (auto& role : model.roles) role.incompatible = {};
    });
    expect_found(bad, "papers", "knows the papers", "sees papers");
}

TEST(Planted, APausedMeetingIsADeadEnd) {
    auto const bad = planted("hoor-familjeradslag", [](Model& model) {
        for (auto& row : model.mays)
            std::erase_if(row.acts, [](auto const& act) {
                return act == "resume_meeting" || act == "end_meeting";
            });
    });
    auto const report = prove(bad, false);
    EXPECT_FALSE(promise(report, "refusals").holds);
    EXPECT_THAT(promise(report, "refusals").stuck,
                testing::Contains(HasSubstr("paused: gate.closed of conference")));
    EXPECT_FALSE(promise(report, "endings").holds);
}

TEST(Planted, ADeadlineNeverStarts) {
    auto const bad = planted("hoor-familjeradslag", [](Model& model) {
        model.deadlines.front().starts = {process::MomentKind::act, "link_identity"};
    });
    auto const report = prove(bad, false);
    EXPECT_THAT(promise(report, "deadlines").stuck, testing::Contains(HasSubstr("never starts")));
}

TEST(Planted, AGateNeverOpens) {
    auto const bad = planted("hoor-familjeradslag", [](Model& model) {
        for (auto& row : model.mays)
            std::erase_if(row.acts, [](auto const& act) { return act == "write_words"; });
    });
    auto const report = prove(bad, false);
    EXPECT_THAT(promise(report, "gates_open").stuck, testing::Contains(HasSubstr("stage.circle.1")));
}

TEST(Planted, AReferrerReadsTheNameBeforeTheGrant) {
    auto const bad = planted("hilleroed-processuelt-netvaerksmoede", [](Model& model) {
        process::See row;
        row.what = process::Matter::people;
        row.who.add(model.role("referrer"));
        model.sees.push_back(row);
    });
    expect_found(bad, "anonymity", "before the grant", "sees people");
}

} // namespace
} // namespace radslag::proof::test
