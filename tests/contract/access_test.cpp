// Every operation of the contract × everybody, with records of two organisations: who gets what is
// a table. Each answer is held against its schema, and no answer may carry what is closed to its
// reader.
//
// An act is asked for with a field that no act has, so that nothing is changed: who may do it at
// all gets as far as the form (400) or hears that it is not the time (409).
#include <map>

#include "schema.h"
#include "support/house_rig.h"

namespace radslag::contract {
namespace {

using http::Browser;
using http::TestHouse;
using process::Office;
namespace bj = boost::json;
using test::Reply;

struct Somebody {
    std::string label;
    std::string mail;
    bool other = false; // of the other organisation
    std::unique_ptr<Browser> browser;
};

// Words that stand in one place each, to be found again where they must not be.
constexpr auto family_name = "Elsabet Familjenamn";
constexpr auto paper_words = "AKTORDET";
constexpr auto other_family = "Kirsten Familienavn";

struct Access : ::testing::Test {
    static void SetUpTestSuite() { town = new Access::Town; }
    static void TearDownTestSuite() {
        delete town;
        town = nullptr;
    }

    struct Town {
        TestHouse house;
        Contract contract{http::contract_json()};
        std::vector<Somebody> people;
        std::map<std::string, std::string> cases; // by name

        Town();
        Somebody& who(std::string const& label);
        void add(std::string label, std::initializer_list<Office> offices, bool other = false);
        bj::object act(std::string const& label, std::string const& path, bj::object fields,
                       bj::object rest = {});
        bj::object act_in(std::string const& label, std::string const& one, std::string const& act,
                          bj::object fields, bj::object rest = {}) {
            return this->act(label, "/api/cases/" + cases.at(one) + "/acts/" + act,
                             std::move(fields), std::move(rest));
        }
        bj::object can(std::string const& label, std::string const& one, std::string const& act);
        std::string person(std::string const& label, std::string const& one,
                           std::string const& name);
        void begin_family(std::string const& one, std::string const& worker,
                          std::string const& name, std::string const& manager,
                          std::string const& coordinator);
        std::string intake(std::string const& label, std::string const& act,
                           std::string const& end);
        void lead(std::string const& one, std::string const& manager,
                  std::string const& coordinator, std::string const& role);
        void begin_network(std::string const& one);
        void begin_referral(std::string const& one);
        void pass_on(std::string const& one);
    };
    static inline Town* town = nullptr;
};

Access::Town::Town() {
    using enum Office;
    people.push_back({"nobody", "", false, std::make_unique<Browser>(house)});
    add("administrator", {administrator});
    add("manager", {manager});
    add("coordinator", {coordinator});
    add("idle coordinator", {coordinator});
    add("case worker", {case_worker});
    add("idle case worker", {case_worker});
    add("committee", {committee});
    add("referrer", {employee});
    add("idle employee", {employee});
    add("other administrator", {administrator}, true);
    add("other manager", {manager}, true);
    add("other coordinator", {coordinator}, true);
    add("other case worker", {case_worker}, true);
    add("other committee", {committee}, true);
    begin_family("family", "case worker", family_name, "manager", "coordinator");
    begin_family("other family", "other case worker", other_family, "other manager",
                 "other coordinator");
    act_in("case worker", "family", "write_paper",
           {{"kind", "investigation"},
            {"title", paper_words},
            {"text", paper_words},
            {"dated", "2026-11-20"}});
    begin_network("network meeting");
    begin_referral("referral");
    begin_referral("at the committee");
    pass_on("at the committee");
    house.write([&](auto& writer) { // one who has not signed the pledge yet
        auto staff = writer.staff_with_mail(who("idle employee").mail).at(0);
        staff.pledged_at.reset();
        writer.put(staff);
    });
}

void Access::Town::add(std::string label, std::initializer_list<Office> offices, bool other) {
    std::string mail = label + "@test.example";
    std::ranges::replace(mail, ' ', '.');
    house.add_staff(mail, offices, other ? house.other : house.organisation);
    auto browser = std::make_unique<Browser>(house);
    if (browser->sign_in(mail).status != 200) throw std::runtime_error("no sign-in for " + mail);
    people.push_back({std::move(label), std::move(mail), other, std::move(browser)});
}

Somebody& Access::Town::who(std::string const& label) {
    auto at = std::ranges::find(people, label, &Somebody::label);
    if (at == people.end()) throw std::runtime_error("nobody is " + label);
    return *at;
}

bj::object Access::Town::act(std::string const& label, std::string const& path, bj::object fields,
                             bj::object rest) {
    rest["id"] = house.act_id();
    rest["fields"] = std::move(fields);
    auto reply = who(label).browser->post(path, bj::serialize(rest));
    if (reply.status != 200) throw std::runtime_error(label + " " + path + ": " + reply.body);
    return http::parsed(reply);
}

// What is offered to them for this act in this case.
bj::object Access::Town::can(std::string const& label, std::string const& one,
                             std::string const& act) {
    auto seen = http::parsed(who(label).browser->get("/api/cases/" + cases.at(one)));
    for (auto const& can : seen.at("can").as_array())
        if (can.at("act").as_string() == act) return can.as_object();
    throw std::runtime_error(act + " is not offered to " + label);
}

std::string Access::Town::person(std::string const& label, std::string const& one,
                                 std::string const& name) {
    auto seen = http::parsed(who(label).browser->get("/api/cases/" + cases.at(one)));
    for (auto const& person : seen.at("people").as_array())
        if (person.at("name").as_string() == name) return std::string(person.at("id").as_string());
    throw std::runtime_error(name + " is not there for " + label);
}

// Opened by the case worker, with a ready coordinator and the family's first yes.
void Access::Town::begin_family(std::string const& one, std::string const& worker,
                                std::string const& name, std::string const& manager,
                                std::string const& coordinator) {
    cases[one] = act(worker, "/api/acts/open_case",
                     {{"intake", intake(worker, "open_case", "hoor-familjeradslag/offered")},
                      {"name", name}})
                     .at("case_id")
                     .as_string();
    lead(one, manager, coordinator, "coordinator");
    act_in(coordinator, one, "give_consent", {{"consent", "taking_part"}},
           {{"for_whom", person(coordinator, one, name)}, {"told", "in_person"}});
}

void Access::Town::lead(std::string const& one, std::string const& manager,
                        std::string const& coordinator, std::string const& role) {
    auto staff = house.staff_id(who(coordinator).mail);
    act_in(manager, one, "assign", {{"role", role}, {"staff", staff}});
    auto about = can(coordinator, one, "declare_impartial").at("about").at(0).at("id");
    act_in(coordinator, one, "declare_impartial", {{"impartial", true}}, {{"about", about}});
}

// Where a purpose is chosen instead of questions (GN1).
void Access::Town::begin_network(std::string const& one) {
    std::string const name = "Nina Nätverk";
    cases[one] = act("case worker", "/api/acts/open_case",
                     {{"intake", intake("case worker", "open_case", "gotland-natverksmote/offer")},
                      {"name", name}})
                     .at("case_id")
                     .as_string();
    lead(one, "manager", "coordinator", "leader");
    act_in("case worker", one, "give_consent", {{"consent", "fits"}});
    act_in("coordinator", one, "give_consent", {{"consent", "taking_part"}},
           {{"for_whom", person("coordinator", one, name)}, {"told", "in_person"}});
    act_in("coordinator", one, "move_on", {});
}

// The way to begin that ends so, as their desk offers it.
std::string Access::Town::intake(std::string const& label, std::string const& act,
                                 std::string const& end) {
    auto desk = http::parsed(who(label).browser->get("/api/desk"));
    for (auto const& can : desk.at("can").as_array())
        if (can.at("act").as_string() == act)
            for (auto const& option : can.at("choices").at(0).at("options").as_array())
                if (option.at("value").as_string().ends_with(end))
                    return std::string(option.at("value").as_string());
    throw std::runtime_error(end + " is not offered to " + label);
}

void Access::Town::pass_on(std::string const& one) {
    auto offered = can("coordinator", one, "judge_criteria").at("choices").at(0).at("options");
    bj::array all; // every criterion, so that all axes are met
    for (auto const& option : offered.as_array()) all.push_back(option.at("value"));
    act_in("coordinator", one, "judge_criteria", {{"criteria", all}});
    act_in("coordinator", one, "pass_to_committee", {});
}

void Access::Town::begin_referral(std::string const& one) {
    auto desk = http::parsed(who("referrer").browser->get("/api/desk"));
    bj::object fields;
    for (auto const& can : desk.at("can").as_array())
        if (can.at("act").as_string() == "refer")
            for (auto const& choices : can.at("choices").as_array()) {
                auto const name = std::string(choices.at("field").as_string());
                auto const& first = choices.at("options").at(0).at("value");
                if (name == "intake") fields[name] = first;
                else if (name == "confirms") fields[name] = bj::array{first};
            }
    for (auto const& can : desk.at("can").as_array())
        if (can.at("act").as_string() == "refer")
            for (auto const& asks : can.at("asks").as_array())
                fields[asks.at("field").as_string()] = "Ett barn som ofta är borta från skolan.";
    cases[one] = act("referrer", "/api/acts/refer", std::move(fields)).at("case_id").as_string();
    act_in("coordinator", one, "take_referral", {});
    auto about = can("coordinator", one, "declare_impartial").at("about").at(0).at("id");
    act_in("coordinator", one, "declare_impartial", {{"impartial", true}}, {{"about", about}});
    // A case worker too, so that every role with an account has somebody.
    auto roles = can("manager", one, "assign").at("choices");
    for (auto const& choices : roles.as_array())
        if (choices.at("field").as_string() == "role")
            for (auto const& role : choices.at("options").as_array())
                if (role.at("value").as_string() == "case_worker")
                    act_in("manager", one, "assign",
                           {{"role", "case_worker"},
                            {"staff", house.staff_id(who("case worker").mail)}});
}

// One line of the table: an operation, about one of the records.
struct Line {
    std::string method, path, operation, answer, record;
    [[nodiscard]] bool is_act() const { return path.find("/acts/") != std::string::npos; }
};

std::vector<Line> lines(Contract const& contract) {
    std::vector<Line> all;
    for (auto const& [path, methods] : contract.paths())
        for (auto const& [method, operation] : methods.as_object()) {
            auto const& responses = operation.at("responses").as_object();
            std::string answer;
            if (auto const* fine = responses.if_contains("200"))
                answer = fine->at("description").as_string();
            Line line{method == "get" ? "GET" : "POST", std::string(path),
                      std::string(operation.at("operationId").as_string()), answer, ""};
            if (line.path.find("{id}") == std::string::npos) {
                if (!operation.as_object().contains("security")) all.push_back(line);
                continue;
            }
            for (auto const* record :
                 {"family", "network meeting", "referral", "at the committee", "other family"}) {
                line.record = record;
                all.push_back(line);
            }
        }
    return all;
}

Reply ask(Access::Town& town, Line const& line, Somebody& who) {
    auto path = line.path;
    if (auto at = path.find("{id}"); at != std::string::npos)
        path.replace(at, 4, town.cases.at(line.record));
    if (line.method == "GET") return who.browser->get(path);
    if (!line.is_act()) // signing out, without the word that it takes
        return who.browser->client.post(path, "", {{"X-CSRF", "wrong"}});
    bj::object fields{{"no such field", "x"}};
    // Who may begin depends on how it begins.
    if (line.operation == "open_case")
        fields["intake"] = town.intake("case worker", "open_case", "hoor-familjeradslag/offered");
    if (line.operation == "refer") fields["intake"] = town.intake("referrer", "refer", "/referral");
    bj::object body{{"id", town.house.act_id()}, {"fields", fields}};
    return who.browser->post(path, bj::serialize(body));
}

// What the table says for an answer.
std::string told(Line const& line, Reply const& reply) {
    if (line.operation == "sign_out") return reply.status == 401 ? "–" : "yes";
    switch (reply.status) {
    case 200:
        return "yes";
    case 400:
        return line.is_act() ? "yes" : "400";
    case 401:
        return "–";
    case 403:
        return "no";
    case 404:
        return "not there";
    case 409:
        return "yes, not now";
    default:
        return std::to_string(reply.status);
    }
}

struct Answered {
    Line line;
    Somebody* who;
    Reply reply;
};

// Everything asked once: nothing is changed by it, so each test may look at the same answers.
std::vector<Answered> const& answers(Access::Town& town) {
    static std::vector<Answered> const all = [&] {
        std::vector<Answered> made;
        for (auto const& line : lines(town.contract))
            for (auto& who : town.people) made.push_back({line, &who, ask(town, line, who)});
        return made;
    }();
    return all;
}

std::string table(Access::Town& town) {
    std::string out =
        "# Who gets what\n\nMade by tests/contract; \"not there\" is also what a case says that is "
        "closed. "
        "An act that is \"yes, not now\" is theirs at another time.\n\n| operation | about |";
    for (auto const& who : town.people) out += ' ' + who.label + " |";
    out += "\n|---|---|";
    for (std::size_t i = 0; i < town.people.size(); ++i) out += "---|";
    out += '\n';
    for (auto const& [line, who, reply] : answers(town)) {
        if (who == &town.people.front()) out += "| " + line.operation + " | " + line.record + " |";
        out += ' ' + told(line, reply) + " |";
        if (who == &town.people.back()) out += '\n';
    }
    return out;
}

std::string read(std::string const& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST_F(Access, TheTableIsAsItWas) {
    auto const made = table(*town);
    auto const file = std::string(RADSLAG_BINARY_DIR) + "/access-table.md";
    std::ofstream(file) << made;
    EXPECT_TRUE(made == read(RADSLAG_SOURCE_DIR "/tests/contract/access-table.md"))
        << "Who gets what has changed. Look at the differences to " << file
        << ", and take it over if they are meant.";
}

TEST_F(Access, EveryOperationIsForSomebody) {
    std::map<std::string, bool> used;
    for (auto const& [line, who, reply] : answers(*town)) {
        auto& somebody = used[line.operation];
        somebody = somebody || told(line, reply).starts_with("yes");
    }
    for (auto const& [operation, somebody] : used)
        EXPECT_TRUE(somebody) << "nobody can use " << operation;
}

TEST_F(Access, NobodyOutsideIsToldThatACaseIsThere) {
    auto const none = town->who("coordinator")
                          .browser->get("/api/cases/" + CaseId::make(town->house.random).text);
    for (auto const& [line, who, reply] : answers(*town)) {
        if (line.record.empty() || who->label == "nobody" ||
            who->other == (line.record == "other family"))
            continue;
        auto const where = line.operation + ' ' + line.record + ' ' + who->label;
        EXPECT_EQ(reply.status, 404) << where;
        EXPECT_EQ(reply.body, none.body) << where;
    }
}

TEST_F(Access, NothingClosedIsInAnyAnswer) {
    for (auto const& [line, who, reply] : answers(*town)) {
        auto has = [&](std::string_view words) {
            return reply.body.find(words) != std::string::npos;
        };
        auto const where = line.operation + ' ' + line.record + ' ' + who->label;
        if (who->other) EXPECT_FALSE(has(family_name) || has(paper_words)) << where;
        else EXPECT_FALSE(has(other_family)) << where;
        bool const knows_family = who->label == "coordinator" || who->label == "case worker";
        if (!knows_family) EXPECT_FALSE(has(family_name)) << where;
        if (who->label != "case worker") EXPECT_FALSE(has(paper_words)) << where;
    }
    auto seen =
        town->who("case worker").browser->get("/api/cases/" + town->cases.at("family")).body;
    EXPECT_NE(seen.find(paper_words), std::string::npos); // found where they may stand
    EXPECT_NE(seen.find(family_name), std::string::npos);
}

TEST_F(Access, EveryAnswerIsAsTheContractSays) {
    for (auto const& [line, who, reply] : answers(*town)) {
        auto const wrong = town->contract.check(bj::parse(reply.body),
                                                reply.status == 200 ? line.answer : "Trouble");
        EXPECT_TRUE(wrong.empty()) << line.operation << ' ' << who->label << ": " << wrong.front();
    }
}

void without_each(bj::value const& value, std::function<void(bj::value const&)> const& see) {
    if (auto const* object = value.if_object())
        for (auto const& [name, one] : *object) {
            auto less = *object;
            less.erase(name);
            see(less);
        }
}

TEST_F(Access, AnAnswerThatLacksAFieldIsFound) {
    std::size_t tried = 0;
    for (auto const& [line, who, reply] : answers(*town)) {
        if (line.method != "GET" || who->label != "case worker" || reply.status != 200) continue;
        auto const whole = bj::parse(reply.body);
        without_each(whole, [&, schema = line.answer](bj::value const& less) {
            ++tried;
            EXPECT_FALSE(town->contract.check(less, schema).empty()) << schema;
        });
        auto more = whole.as_object();
        more["something new"] = 1;
        EXPECT_FALSE(town->contract.check(more, line.answer).empty()) << line.operation;
    }
    EXPECT_GT(tried, 40U);
}

} // namespace
} // namespace radslag::contract
