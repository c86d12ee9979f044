// The operations of the contract and what answers them.
#include <algorithm>

#include "http/body.h"
#include "http/house.h"

namespace radslag::http {
namespace {

using commands::No;

tl::expected<CaseId, net::Response> case_of(Asking const& asking) {
    auto id = CaseId::read(asking.path.front());
    if (!id) return tl::unexpected(asking.refuse(404, refusal("case.not_there")));
    return *id;
}

std::string parameter(Asking const& asking, std::string_view name) {
    return std::string(asking.request.parameter(name).value_or(""));
}

net::Response me(Asking& asking) {
    return asking.tell(
        commands::look_at_me(asking.house.world, asking.caller(), asking.who->session.csrf));
}

net::Response acts(Asking&) { return told(commands::all_acts()); }

net::Response models(Asking& asking) {
    return told(commands::all_models(asking.house.world.books, asking.language));
}

net::Response desk(Asking& asking) {
    return asking.tell(commands::look_at_desk(asking.house.world, asking.caller()));
}

net::Response cases(Asking& asking) {
    commands::ListFilter filter;
    if (parameter(asking, "mine") == "true") filter.mine = asking.who->staff.id;
    filter.model = parameter(asking, "model");
    filter.stage = parameter(asking, "stage");
    filter.status = parameter(asking, "status");
    filter.late = parameter(asking, "late") == "true";
    filter.cursor = parameter(asking, "cursor");
    if (parameter(asking, "order") == "due") filter.order = commands::ListFilter::Order::due;
    if (auto limit = parameter(asking, "limit"); !limit.empty())
        filter.limit = static_cast<std::size_t>(std::stoul(limit));
    return asking.tell(
        commands::list_cases(asking.house.world, asking.caller(), std::move(filter)));
}

net::Response one_case(Asking& asking) {
    auto id = case_of(asking);
    if (!id) return std::move(id.error());
    return asking.tell(commands::look_at_case(asking.house.world, asking.caller(), *id));
}

net::Response log(Asking& asking) {
    auto id = case_of(asking);
    if (!id) return std::move(id.error());
    return asking.tell(commands::look_at_log(asking.house.world, asking.caller(), *id,
                                             parameter(asking, "cursor")));
}

net::Response fidelity(Asking& asking) {
    auto id = case_of(asking);
    if (!id) return std::move(id.error());
    return asking.tell(commands::look_at_fidelity(asking.house.world, asking.caller(), *id));
}

net::Response figures(Asking& asking) {
    std::optional<int> year;
    if (auto said = parameter(asking, "year"); !said.empty()) year = std::stoi(said);
    return asking.tell(commands::look_at_figures(asking.house.world, asking.caller(), year));
}

net::Response committees(Asking& asking) {
    return asking.tell(commands::look_at_committees(asking.house.world, asking.caller()));
}

net::Response staff(Asking& asking) {
    return asking.tell(commands::look_at_staff(asking.house.world, asking.caller()));
}

net::Response restrictions(Asking& asking) {
    return asking.tell(commands::look_at_restrictions(asking.house.world, asking.caller()));
}

net::Response looks(Asking& asking) {
    commands::LookFilter filter;
    filter.staff = StaffId{parameter(asking, "staff")};
    filter.of = CaseId{parameter(asking, "case")};
    filter.cursor = parameter(asking, "cursor");
    return asking.tell(
        commands::look_at_looks(asking.house.world, asking.caller(), std::move(filter)));
}

// The old password is not to be guessed in a session that somebody left open.
net::Response change_password(Asking& asking, commands::Means const& means,
                              commands::Request const& body) {
    auto& tries = asking.house.by_account;
    auto const key = "password:" + asking.who->staff.id.text;
    if (auto wait = tries.begin(key, asking.now)) {
        auto response = asking.refuse(
            429, refusal("sign_in.wait").with("minutes", std::to_string((*wait + 59) / 60)));
        response.headers.emplace_back("Retry-After", std::to_string(*wait));
        return response;
    }
    auto done = commands::perform_staff(asking.house.world, means, asking.caller(),
                                        "change_password", body);
    if (done) tries.forgive_all(key);
    else if (done.error().why.front().code != "password.wrong") tries.forgive_one(key);
    return asking.tell(done);
}

net::Response act(Asking& asking) {
    auto body = read_act(asking.request.body);
    if (!body) return asking.refuse(No{No::Kind::form, std::move(body.error()), {}});
    auto const& world = asking.house.world;
    auto const& name = asking.path.front();
    if (name == "open_case") return asking.tell(commands::open_case(world, asking.caller(), *body));
    if (name == "refer") return asking.tell(commands::refer(world, asking.caller(), *body));
    commands::Means const means{asking.house.vault, asking.who->session.token_hash};
    if (name == "change_password") return change_password(asking, means, *body);
    return asking.tell(commands::perform_staff(world, means, asking.caller(), name, *body));
}

net::Response act_in_case(Asking& asking) {
    auto id = case_of(asking);
    if (!id) return std::move(id.error());
    auto body = read_act(asking.request.body);
    if (!body) return asking.refuse(No{No::Kind::form, std::move(body.error()), {}});
    return asking.tell(
        commands::perform(asking.house.world, asking.caller(), *id, asking.path[1], *body));
}

constexpr std::string_view yes[] = {"true", "false"};
constexpr std::string_view orders[] = {"changed", "due"};

std::vector<Operation> all_operations() {
    return {
        {"sign_in",
         "POST",
         "/api/sign-in",
         "Me",
         "Signs in; sets the session cookie.",
         sign_in,
         true,
         {"mail", "password", "code"}},
        {"accept",
         "POST",
         "/api/accept",
         "Enrolment",
         "An invited person chooses a password; the first sign-in with a code finishes it.",
         accept_invitation,
         true,
         {"mail", "invitation", "password"}},
        {"sign_out", "POST", "/api/sign-out", "", "Ends the session.", sign_out},
        {"look_at_me", "GET", "/api/me", "Me", "Who is signed in.", me},
        {"all_acts", "GET", "/api/acts", "ActList", "The declarations of all acts, for forms.",
         acts},
        {"all_models", "GET", "/api/models", "ModelList", "The process models that run here.",
         models},
        {"look_at_desk", "GET", "/api/desk", "Desk", "What waits for me.", desk},
        {"list_cases",
         "GET",
         "/api/cases",
         "CaseList",
         "Cases that I have a part in.",
         cases,
         false,
         {},
         {{"mine", yes, 0, "only where I have an assignment"},
          {"model"},
          {"stage"},
          {"status", words(conference::Status{}), 0, "left out: those that live"},
          {"late", yes, 0, "only with a deadline that has passed"},
          {"order", orders},
          {"cursor", {}, 0, "`next` of the page before"},
          {"limit", {}, 100, "rows on a page; 50 when left out"}}},
        {"look_at_case", "GET", "/api/cases/{id}", "Case",
         "Where it stands, what I may do now, whose turn it is, what is due.", one_case},
        {"look_at_log",
         "GET",
         "/api/cases/{id}/log",
         "Log",
         "What has happened, newest first.",
         log,
         false,
         {},
         {{"cursor", {}, 0, "`next` of the page before"}}},
        {"look_at_fidelity", "GET", "/api/cases/{id}/fidelity", "Fidelity",
         "Which rules of the method were kept in this case, which were passed, by whom and why.",
         fidelity},
        {"look_at_figures",
         "GET",
         "/api/fidelity",
         "FidelityFigures",
         "How the method was followed over all cases of a year, for managers; hidden below five.",
         figures,
         false,
         {},
         {{"year", {}, 2200, "left out: the last one of which a quarter is over"}}},
        {"look_at_committees", "GET", "/api/committees", "Committees",
         "What waits for the committees I sit on.", committees},
        {"look_at_staff", "GET", "/api/staff", "StaffList", "The accounts of the organisation.",
         staff},
        {"look_at_restrictions", "GET", "/api/restrictions", "Restrictions",
         "What the organisation asks of every meeting for a time.", restrictions},
        {"look_at_looks",
         "GET",
         "/api/looks",
         "Looks",
         "Who was shown what of whom, newest first; for the manager of the staff.",
         looks,
         false,
         {},
         {{"staff", {}, 0, "only what this one looked at"},
          {"case", {}, 0, "only looks at this case"},
          {"cursor", {}, 0, "`next` of the page before"}}},
        {"act", "POST", "/api/acts/{act}", "Done", "An act about no case.", act},
        {"act_in_case", "POST", "/api/cases/{id}/acts/{act}", "Done", "An act about a case.",
         act_in_case},
    };
}

// What the path says where the template has {…}; nothing when it is another path.
std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path) {
    std::vector<std::string> found;
    while (!pattern.empty() && !path.empty()) {
        auto const part = pattern.substr(0, pattern.find('/', 1));
        auto const said = path.substr(0, path.find('/', 1));
        pattern.remove_prefix(part.size());
        path.remove_prefix(said.size());
        if (part.starts_with("/{") && said.size() > 1) found.emplace_back(said.substr(1));
        else if (part != said) return {};
    }
    if (!pattern.empty() || !path.empty()) return {};
    return found;
}

} // namespace

std::vector<Operation> const& operations() {
    static std::vector<Operation> const all = all_operations();
    return all;
}

Found find_operation(std::string_view method, std::string_view path) {
    Found found;
    for (auto const& operation : operations()) {
        auto said = match(operation.path, path);
        if (!said) continue;
        if (operation.method == method) return {&operation, std::move(*said), {}};
        found.allowed += (found.allowed.empty() ? "" : ", ") + std::string(operation.method);
    }
    return found;
}

std::optional<Refusal> wrong_query(Asking const& asking) {
    auto const& known = asking.operation->query;
    for (auto const& [name, value] : asking.request.query) {
        auto at = std::ranges::find(known, name, &Parameter::name);
        if (at == known.end()) return refusal("field.unknown", name);
        if (asking.request.query.count(name) > 1) return refusal("field.twice", name);
        if (!at->choices.empty() && std::ranges::find(at->choices, value) == at->choices.end())
            return refusal("field.choice", name);
        if (at->most == 0) {
            if (value.size() > 400) return refusal("field.too_long", name).with("limit", "400");
            continue;
        }
        bool const digits = value.size() <= 4 && !value.empty() &&
                            value.find_first_not_of("0123456789") == std::string::npos;
        if (!digits || std::stol(value) < 1 || std::stol(value) > at->most)
            return refusal("field.range", name).with("limit", std::to_string(at->most));
    }
    return {};
}

} // namespace radslag::http
