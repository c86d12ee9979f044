// Lists of cases, from glances alone: no case file is read for a page of them.
#include <algorithm>

#include "commands/looks/looks.h"
#include "commands/looks/noted.h"

namespace radslag::commands {
namespace looks {
namespace {

constexpr int soon_days = 14;
constexpr std::size_t on_desk = 50;      // rows of each kind
constexpr std::size_t pages_of_office = 3; // of late cases of a model that are looked through
constexpr std::size_t pages_at_most =
    20; // of which nothing may be shown, before a shorter page is told

// What the rule book asks about a case, as far as a glance tells it.
workflow::Facts facts_of(process::Model const& model, Glance const& glance) {
    workflow::Facts facts;
    facts.stage = model.stage(glance.stage);
    facts.first_round = glance.round == 1;
    facts.status = glance.status;
    return facts;
}

Who who_in(process::Model const& model, GlanceRow const& row, std::uint32_t offices) {
    Who who;
    who.offices = offices;
    for (auto const& role : row.mine.open)
        if (auto ix = model.role(role);
            ix != process::nowhere && workflow::held_by(model.roles[ix], offices))
            who.add(ix);
    return who;
}

void fill_from_model(Lister const& lister, GlanceRow const& row, process::Model const& model,
                     view::CaseRow& view) {
    auto const& glance = row.glance;
    auto words = [&](std::string_view table, std::string_view id) {
        return words_of(model, lister.language, table, id);
    };
    view.model.name = words("model", "name");
    view.stage.name = words("stage", glance.stage);
    view.now = words("stage_now", glance.stage);
    if (!glance.due.empty()) view.due = words("deadline", glance.due);
    for (auto const& role : row.mine.roles) view.my_roles.push_back(words("role", role));
    auto const who = who_in(model, row, lister.staff.offices);
    auto const* due = deadline_of(model, glance.due);
    view.due_mine = due != nullptr && due->whose.meets(who);
    auto const facts = facts_of(model, glance);
    if (facts.stage == process::nowhere) return;
    auto const& book = *lister.books.find(model.id, model.version);
    bool const named = workflow::sees(book, facts, who, Matter::people) == Sight::all ||
                       workflow::sees(book, facts, who, Matter::identity) == Sight::all;
    if (named && !glance.name.empty()) view.name = glance.name;
    bool const undeclared = row.mine.open.size() < row.mine.roles.size();
    view.my_turn = undeclared || (glance.turn & who.roles) != 0;
}

Answer<view::CaseList> case_list(Lister const& lister, ListFilter filter) {
    view::CaseList list;
    auto const limit = std::clamp<std::size_t>(filter.limit, 1, 100);
    filter.today = lister.today;
    for (std::size_t page = 0; page < pages_at_most; ++page) {
        filter.limit = limit - list.cases.size();
        auto found = lister.reader.list(lister.organisation.id, lister.staff.id, filter);
        if (found.strange) return refuse(No::Kind::form, refusal("field.cursor", "cursor"));
        for (auto const& row : found.rows)
            if (is_listed(lister, row)) list.cases.push_back(row_of(lister, row));
        list.next = found.next;
        if (found.next.empty() || list.cases.size() >= limit) break;
        filter.cursor = found.next;
    }
    return list;
}

// What an intake asks for beyond `intake` itself: its texts, its sentences to confirm, whether a
// contact is named.
void add_asked(Lister const& lister, process::Model const& model, process::Intake const& intake,
               view::Can& can) {
    auto const when = "intake=" + model.id + "/" + intake.id;
    auto words = [&](std::string_view table, std::string const& id) {
        return words_of(model, lister.language, table, intake.id + "." + id);
    };
    for (auto const& field : intake.fields)
        can.asks.push_back({field, words("field", field), when, true});
    if (intake.names_contact) can.asks.push_back({"contact_person", {}, when, true});
    if (intake.confirms.empty()) return;
    auto at = std::ranges::find(can.choices, "confirms", &view::Choices::field);
    if (at == can.choices.end()) at = can.choices.insert(at, {"confirms", {}});
    for (auto const& confirm : intake.confirms)
        at->options.push_back({confirm, words("confirm", confirm), {}, when});
}

// What of this kind the caller may begin, over all models: those of their own country first.
std::optional<view::Can> can_begin(Lister const& lister, std::string_view act, bool referral) {
    view::Can can;
    can.act = act;
    can.choices.push_back({"intake", {}});
    auto books = lister.books.all();
    std::stable_partition(books.begin(), books.end(), [&](auto const* book) {
        return book->model().country == lister.organisation.country;
    });
    for (auto const* book : books) {
        auto const& model = book->model();
        for (auto const& intake : model.intakes) {
            if ((intake.who.offices & lister.staff.offices) == 0 ||
                (intake.way == process::IntakeWay::referral) != referral)
                continue;
            can.choices.front().options.push_back(
                {model.id + "/" + intake.id, words_of(model, lister.language, "model", "name"),
                 words_of(model, lister.language, "intake", intake.id)});
            add_asked(lister, model, intake, can);
        }
    }
    if (can.choices.front().options.empty()) return {};
    return can;
}

void put_on(view::Desk& desk, view::CaseRow row, Date today) {
    auto& place = row.late && row.due_mine ? desk.late
                  : row.my_turn            ? desk.my_turn
                  : row.meets_on && days_between(today, *row.meets_on) <= soon_days
                      ? desk.meets_soon
                      : desk.others;
    if (place.size() < on_desk) place.push_back(std::move(row));
}

bool keeps_time(process::Model const& model, std::uint32_t offices) {
    return std::any_of(model.deadlines.begin(), model.deadlines.end(),
                       [&](auto const& rule) { return (rule.whose.offices & offices) != 0; });
}

// What is late and the office's to keep, in cases that nobody of the reader's roles is in: of each
// model among those that are the most late.
void put_late_of_office(Lister const& lister, view::Desk& desk) {
    std::vector<view::CaseRow> late;
    for (auto const* book : lister.books.all()) {
        if (!keeps_time(book->model(), lister.staff.offices)) continue;
        ListFilter filter;
        filter.model = book->model().id;
        filter.today = lister.today;
        filter.late = true;
        filter.order = ListFilter::Order::due;
        filter.limit = 100;
        for (std::size_t page = 0; page < pages_of_office; ++page) {
            auto found = lister.reader.list(lister.organisation.id, lister.staff.id, filter);
            for (auto const& row : found.rows) {
                if (!row.mine.roles.empty() || !is_listed(lister, row)) continue;
                if (auto view = row_of(lister, row); view.due_mine) late.push_back(std::move(view));
            }
            filter.cursor = found.next;
            if (filter.cursor.empty()) break;
        }
    }
    std::ranges::stable_sort(late, {}, &view::CaseRow::due_on);
    for (auto& row : late) put_on(desk, std::move(row), lister.today);
}

} // namespace

Answer<Lister> lister(Reader& reader, World const& world, Caller const& caller) {
    auto organisation = reader.organisation(caller.organisation);
    auto staff = reader.staff(caller.staff);
    if (!organisation || !staff || staff->locked_at || staff->organisation != caller.organisation)
        return refuse(No::Kind::not_yours, refusal("act.not_yours"));
    auto const now = world.clock.now();
    auto const today = date_in(organisation->zone, now);
    return Lister{reader, world.books, std::move(*staff), std::move(*organisation), caller.language,
                  now,    today};
}

bool is_listed(Lister const& lister, GlanceRow const& row) {
    auto const* book = lister.books.find(row.glance.model, row.glance.model_version);
    if (book == nullptr) return !row.mine.roles.empty();
    auto const& roles = row.mine.roles;
    if (std::any_of(roles.begin(), roles.end(), [&](std::string const& role) {
            auto ix = book->model().role(role);
            return ix != process::nowhere &&
                   workflow::held_by(book->model().roles[ix], lister.staff.offices);
        }))
        return true;
    auto const facts = facts_of(book->model(), row.glance);
    return facts.stage != process::nowhere &&
           workflow::has_part(*book, facts, lister.staff.offices);
}

view::CaseRow row_of(Lister const& lister, GlanceRow const& row) {
    auto const& glance = row.glance;
    view::CaseRow view;
    view.id = glance.id.text;
    view.number = glance.number;
    view.name = number_name(glance.number);
    view.model = {glance.model, glance.model};
    view.stage = {glance.stage, glance.stage};
    view.round = glance.round;
    view.status = word(glance.status);
    view.acute = glance.acute;
    view.due_on = glance.due_on;
    view.late = glance.due_on && *glance.due_on < lister.today;
    view.meets_on = glance.meets_on;
    view.changed_at = glance.changed_at;
    if (auto const* book = lister.books.find(glance.model, glance.model_version))
        fill_from_model(lister, row, book->model(), view);
    return view;
}

Answer<view::Desk> desk_of(Lister const& lister) {
    view::Desk desk;
    ListFilter filter;
    filter.mine = lister.staff.id;
    filter.today = lister.today;
    filter.order = ListFilter::Order::due;
    filter.limit = 100;
    do {
        auto page = lister.reader.list(lister.organisation.id, lister.staff.id, filter);
        for (auto const& row : page.rows)
            if (is_listed(lister, row)) put_on(desk, row_of(lister, row), lister.today);
        filter.cursor = page.next;
    } while (!filter.cursor.empty());
    put_late_of_office(lister, desk);
    if (auto can = can_begin(lister, "open_case", false)) desk.can.push_back(std::move(*can));
    if (auto can = can_begin(lister, "refer", true)) desk.can.push_back(std::move(*can));
    return desk;
}

} // namespace looks

Answer<view::Desk> look_at_desk(World const& world, Caller const& caller) {
    auto reader = world.store.read();
    if (!reader) return refuse(No::Kind::fault, refusal("world.fault"));
    return looks::lister(**reader, world, caller)
        .and_then(looks::desk_of)
        .and_then([&](view::Desk desk) {
            std::vector<Looked> notes;
            auto const note = looked(world, caller, "look_at_desk");
            for (auto const* pile : {&desk.late, &desk.my_turn, &desk.meets_soon, &desk.others})
                add_named(notes, note, *pile);
            return told_and_noted(world, std::move(desk), std::move(notes));
        });
}

Answer<view::CaseList> list_cases(World const& world, Caller const& caller, ListFilter filter) {
    auto reader = world.store.read();
    if (!reader) return refuse(No::Kind::fault, refusal("world.fault"));
    // Nobody lists what is somebody else's.
    if (filter.mine) filter.mine = caller.staff;
    return looks::lister(**reader, world, caller)
        .and_then([&](looks::Lister const& lister) {
            return looks::case_list(lister, std::move(filter));
        })
        .and_then([&](view::CaseList list) {
            std::vector<Looked> notes;
            add_named(notes, looked(world, caller, "list_cases"), list.cases);
            return told_and_noted(world, std::move(list), std::move(notes));
        });
}

view::ModelList all_models(Books const& books, std::string_view language) {
    view::ModelList list;
    for (auto const* book : books.all()) {
        auto const& model = book->model();
        view::ModelView view{model.id,
                             model.version,
                             looks::words_of(model, language, "model", "name"),
                             looks::words_of(model, language, "model", "summary"),
                             {}};
        for (auto const& stage : model.stages)
            view.stages.push_back({stage.id, looks::words_of(model, language, "stage", stage.id)});
        list.models.push_back(std::move(view));
    }
    return list;
}

} // namespace radslag::commands
