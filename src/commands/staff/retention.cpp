// The page of those who answer for it that nothing is kept too long, nor too short.
#include <algorithm>
#include <charconv>
#include <set>

#include "commands/looks/noted.h"
#include "commands/staff/keeping.h"

namespace radslag::commands {
namespace {

constexpr std::size_t proofs_at_most = 100;

std::string name_of_staff(StaffHere const& here, StaffId const& id) {
    auto const staff = here.reader.staff(id);
    return staff ? staff->name : std::string{};
}

std::string kind_name(StaffHere const& here, std::string_view kind) {
    return here.retention->say(here.language, "kind_" + std::string(kind));
}

view::KeptPart part_view(StaffHere const& here, retention::Keeping const& kept, bool due) {
    auto const told = retention::explain(*here.retention, kept, here.language);
    auto const kind = std::string(radslag::word(kept.kind));
    view::KeptPart part{kind, kind_name(here, kind), told.text, kept.until, kept.gone_by,
                        due,  kept.is_verified(),    {}};
    for (auto const& reason : told.reasons)
        part.reasons.push_back({reason.text, reason.source, reason.verified});
    return part;
}

std::string in_the_way(StaffHere const& here, CaseId const& id, KeptNow const& now) {
    auto const& rules = *here.retention;
    if (auto const hold = hold_on(here, id)) {
        auto const* table = rules_of(here);
        auto const at = std::ranges::find(table->grounds, hold->ground, &process::HoldGround::id);
        auto const day = date_in(here.organisation.zone, hold->put_at);
        return rules.say(
            here.language, "held",
            {{"date", retention::in_words(rules, day, here.language)},
             {"ground", at == table->grounds.end() ? hold->ground
                                                   : retention::name_of(at->name, here.language)}});
    }
    if (release_of(here, id)) return rules.say(here.language, "released");
    if (now.worked_in(here.staff.id)) return rules.say(here.language, "worked_in");
    return {};
}

bool is_due(KeptNow const& now, retention::Keeping const& kept) {
    return std::ranges::any_of(now.due.parts, [&](auto const& part) {
        return part.kind == kept.kind && part.person == kept.person;
    });
}

void tell_due(StaffHere const& here, view::Retention& told) {
    for (auto const& id : here.reader.to_erase(here.organisation.id, here.today, due_at_most)) {
        auto const now = kept_now(here, id);
        if (!now || now->due.parts.empty()) continue;
        view::KeptCase one{
            id.text, now->file.conference().number, now->due.whole, in_the_way(here, id, *now), {}};
        for (bool due : {true, false})
            for (auto const& kept : now->keepings)
                if (is_due(*now, kept) == due) one.parts.push_back(part_view(here, kept, due));
        told.due.push_back(std::move(one));
    }
}

void tell_waiting(StaffHere const& here, view::Retention& told) {
    for (auto const& release : here.reader.releases(here.organisation.id)) {
        std::vector<std::string> parts;
        for (auto const& part : release.parts)
            parts.push_back(kind_name(here, part.substr(0, part.find(' '))));
        told.waiting.push_back({release.id.text, release.of.text, release.number, std::move(parts),
                                name_of_staff(here, release.by), release.at});
    }
}

void tell_holds(StaffHere const& here, process::RetentionTable const& table,
                view::Retention& told) {
    for (auto const& hold : here.reader.holds(here.organisation.id)) {
        view::HoldView one{hold.id.text,
                           hold.number,
                           hold.ground,
                           {},
                           false,
                           hold.reason,
                           name_of_staff(here, hold.put_by),
                           hold.put_at,
                           hold.lifted_by ? name_of_staff(here, *hold.lifted_by) : std::string{},
                           hold.lifted_at,
                           hold.lifted_why};
        for (auto const& ground : table.grounds) {
            if (ground.id != hold.ground) continue;
            one.ground = retention::name_of(ground.name, here.language);
            one.source = ground.source;
            one.verified = ground.verified;
        }
        told.holds.push_back(std::move(one));
    }
    std::ranges::stable_sort(told.holds, {},
                             [](auto const& one) { return one.lifted_at.has_value(); });
}

// "case_papers=five_years 2031-03-03"; a rule that is gone from the table keeps its id as its name.
view::RetentionReason proof_part(StaffHere const& here, process::RetentionTable const& table,
                                 std::string const& line) {
    auto const is = line.find('=');
    auto const space = line.rfind(' ');
    auto const id = line.substr(is + 1, space - is - 1);
    view::RetentionReason reason{kind_name(here, line.substr(0, is)) + ": ", {}, false};
    auto const at = std::ranges::find(table.rules, id, &process::RetentionRule::id);
    if (at == table.rules.end()) reason.text += id;
    else {
        reason.text += retention::name_of(at->name, here.language);
        reason.source = at->source;
        reason.verified = at->verified;
    }
    if (auto date = read_date(line.substr(space + 1)))
        reason.text += " (" + retention::in_words(*here.retention, *date, here.language) + ")";
    return reason;
}

void tell_erased(StaffHere const& here, process::RetentionTable const& table,
                 view::Retention& told) {
    for (auto const& one : here.reader.erasures(here.organisation.id, proofs_at_most)) {
        view::ErasureView view{one.id.text,
                               one.number,
                               one.whole,
                               {},
                               {},
                               name_of_staff(here, one.released_by),
                               one.released_at,
                               name_of_staff(here, one.erased_by),
                               one.erased_at,
                               one.wiped_at};
        for (auto const& line : one.parts) view.parts.push_back(proof_part(here, table, line));
        for (auto const& line : one.rows) {
            auto const is = line.find('=');
            std::int64_t count = 0;
            std::from_chars(line.data() + is + 1, line.data() + line.size(), count);
            view.rows.push_back({line.substr(0, is), count});
        }
        told.erased.push_back(std::move(view));
    }
}

void tell_rules(StaffHere const& here, process::RetentionTable const& table,
                view::Retention& told) {
    for (auto const& rule : table.rules) {
        std::vector<std::string> kinds;
        for (auto kind : rule.kinds) kinds.push_back(kind_name(here, radslag::word(kind)));
        told.rules.push_back({rule.id, retention::name_of(rule.name, here.language),
                              retention::in_words(*here.retention, rule, here.language),
                              std::move(kinds), rule.from, rule.until, rule.awaited, rule.source,
                              rule.verified});
    }
}

// Why something is kept can tell when somebody was born; why it is held, anything.
std::vector<Looked> notes_of(Looked const& page, StaffHere const& here,
                             view::Retention const& told) {
    std::set<CaseId> cases;
    for (auto const& one : told.due) cases.insert(CaseId{one.id});
    for (auto const& hold : here.reader.holds(here.organisation.id)) cases.insert(hold.of);
    std::vector<Looked> notes{page};
    for (auto const& id : cases) {
        notes.push_back(page);
        notes.back().of = id;
    }
    return notes;
}

} // namespace

Answer<view::Retention> look_at_retention(World const& world, Caller const& caller) {
    view::Retention told;
    std::vector<Looked> notes;
    bool mine = false;
    auto no = in_house(world, caller, [&](StaffHere const& here) {
        mine = keeps_retention(here);
        auto const* table = rules_of(here);
        if (!mine || table == nullptr) return;
        tell_due(here, told);
        tell_waiting(here, told);
        tell_holds(here, *table, told);
        tell_erased(here, *table, told);
        tell_rules(here, *table, told);
        told.can = staff_can(here, "retention");
        notes = notes_of(looked(world, caller, "look_at_retention"), here, told);
    });
    if (no) return tl::unexpected<No>(std::move(*no));
    if (!mine) return refuse(No::Kind::not_yours, refusal("act.not_yours"));
    return told_and_noted(world, std::move(told), std::move(notes));
}

} // namespace radslag::commands
