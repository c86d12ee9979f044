// permit → load → decide → save → tell, for what is about no case.
#include <algorithm>

#include "commands/looks/noted.h"
#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

No::Kind kind_of(Refusal const& why) {
    for (std::string_view form : {"field.", "date.", "password.", "restriction."})
        if (why.code.starts_with(form)) return No::Kind::form;
    return No::Kind::not_now;
}

tl::unexpected<No> world_fails() { return refuse(No::Kind::fault, refusal("world.fault")); }
tl::unexpected<No> not_yours() { return refuse(No::Kind::not_yours, refusal("act.not_yours")); }

struct Who {
    Staff staff;
    Organisation organisation;
};
// Locked or moved in the meantime: not signed in any more.
std::optional<Who> who_is(Reader& reader, Caller const& caller) {
    auto staff = reader.staff(caller.staff);
    auto organisation = reader.organisation(caller.organisation);
    if (!staff || !organisation || staff->locked_at || staff->organisation != organisation->id)
        return {};
    return Who{std::move(*staff), std::move(*organisation)};
}

StaffHere here_of(World const& world, Who const& who, Caller const& caller, Reader& reader) {
    auto const now = world.clock.now();
    return {who.staff,   who.organisation,
            world.books, caller.language,
            now,         date_in(who.organisation.zone, now),
            reader};
}

struct Prepared {
    std::string hash;    // of the new password
    std::string instead; // of the one that it was checked against
};

Answer<Prepared> prepare(World const& world, Means const& means, Caller const& caller,
                         StaffAct const& act, Request const& request) {
    if (act.prepare == nullptr) return Prepared{};
    auto reader = world.store.read();
    if (!reader) return world_fails();
    auto who = who_is(**reader, caller);
    if (!who) return not_yours();
    auto input = read_input(act, here_of(world, *who, caller, **reader), request);
    reader->reset();
    if (!input) return tl::unexpected<No>(No{No::Kind::form, std::move(input.error()), {}});
    auto hash = act.prepare(who->staff, *input, means.secrets);
    if (!hash) return tl::unexpected<No>(std::move(hash.error()));
    return Prepared{std::move(*hash), who->staff.password_hash};
}

// Of a password nothing is kept, not even a number.
std::string print_of(StaffAct const& act, Request const& request) {
    return act.prepare == nullptr ? fingerprint(request) : std::string{};
}

// A request sent twice acts once. What is shown once is not shown again.
std::optional<Answer<view::Done>> done_before(Reader& reader, Caller const& caller,
                                              StaffAct const& act, Request const& request) {
    auto earlier = reader.house_act(caller.organisation, request.id);
    if (!earlier) return {};
    if (earlier->name != act.name || earlier->by != caller.staff)
        return Answer<view::Done>(refuse(No::Kind::form, refusal("act.id_used", "id")));
    if (earlier->request != print_of(act, request))
        return Answer<view::Done>(refuse(No::Kind::form, refusal("act.sent_already", "id")));
    view::Done done;
    done.about = earlier->about;
    done.version = earlier->version;
    done.happened = {earlier->name};
    return Answer<view::Done>(std::move(done));
}

Answer<view::Done> carry_out(World const& world, Writer& writer, Means const& means,
                             StaffHere const& here, StaffAct const& act, Request const& request,
                             Prepared const& prepared) {
    if (!act.may(here)) return not_yours();
    auto input = read_input(act, here, request);
    if (!input) return tl::unexpected<No>(No{No::Kind::form, std::move(input.error()), {}});
    if (act.based_on && act.version(here, request.about) != *request.base)
        return tl::unexpected<No>(
            No{No::Kind::conflict, {refusal("act.conflict")}, act.filled(here, request.about)});
    // The password was changed by another request while this one was at work.
    if (act.prepare != nullptr && here.staff.password_hash != prepared.instead)
        return refuse(No::Kind::form, refusal("password.wrong", "password"));
    StaffDoing doing{here,          *input,        writer,        world.random,
                     means.secrets, means.session, prepared.hash, {}};
    if (auto decided = act.decide(doing); !decided)
        return refuse(kind_of(decided.error()), std::move(decided.error()));
    doing.done.happened = {std::string(act.name)};
    writer.put(HouseAct{request.id, print_of(act, request), here.organisation.id,
                        std::string(act.name), here.staff.id, here.now, doing.done.about,
                        doing.done.version});
    return std::move(doing.done);
}

// A committee's day is its own name; the client says it as people do. A restriction is told in the
// reader's language.
std::string label(StaffHere const& here, StaffAct const& act, std::string const& id) {
    if (act.about == "staff") {
        auto const staff = here.reader.staff(StaffId{id});
        return staff ? staff->name : std::string{};
    }
    if (act.about == "restriction")
        for (auto const& one : here.reader.restrictions(here.organisation.id))
            if (one.id.text == id)
                return words_for(one, here.language, here.organisation).name;
    for (auto const& day : here.reader.committee_days(here.organisation.id))
        if (day.id.text == id) return write_date(day.day);
    return {};
}

} // namespace

std::vector<StaffAct> const& staff_acts() {
    static std::vector<StaffAct> const all{
        invite_staff_act(),    change_staff_act(),    lock_staff_act(),      unlock_staff_act(),
        reset_staff_act(),     record_training_act(), sign_pledge_act(),     change_password_act(),
        change_language_act(), plan_committee_act(),  cancel_committee_act(),
        put_in_force_act(),    change_restriction_act(), translate_restriction_act(),
        end_restriction_act()};
    return all;
}

StaffAct const* find_staff_act(std::string_view name) {
    auto const& all = staff_acts();
    auto at = std::ranges::find_if(all, [&](auto const& act) { return act.name == name; });
    return at == all.end() ? nullptr : &*at;
}

view::ActView declaration(StaffAct const& act) {
    Act like{.name = act.name, .room = act.room, .about = act.about, .fields = act.fields};
    like.based_on = act.based_on;
    auto told = declaration(like);
    told.on_behalf = false;
    return told;
}

std::vector<view::Can> staff_can(StaffHere const& here, std::string_view room) {
    std::vector<view::Can> all;
    for (auto const& act : staff_acts()) {
        if (act.room != room || !act.may(here)) continue;
        view::Can can;
        can.act = act.name;
        if (act.candidates != nullptr) {
            can.about.emplace();
            for (auto& id : act.candidates(here)) can.about->push_back({id, label(here, act, id)});
        }
        if (can.about && can.about->empty()) continue;
        for (auto const& spec : act.fields)
            if (act.options != nullptr && spec.choices.empty())
                if (auto options = act.options(here, spec.name); !options.empty())
                    can.choices.push_back({std::string(spec.name), std::move(options)});
        if (act.filled != nullptr)
            for (auto const& row : *can.about)
                can.filled.push_back({row.id, act.filled(here, row.id)});
        all.push_back(std::move(can));
    }
    return all;
}

Answer<view::Done> perform_staff(World const& world, Means const& means, Caller const& caller,
                                 std::string_view name, Request const& request) {
    auto const* act = find_staff_act(name);
    if (act == nullptr) return refuse(No::Kind::not_there, refusal("act.unknown"));
    auto prepared = prepare(world, means, caller, *act, request);
    if (!prepared) return tl::unexpected<No>(std::move(prepared.error()));
    Answer<view::Done> answer = world_fails();
    auto wrote = world.store.write([&](Writer& writer) {
        answer = [&]() -> Answer<view::Done> {
            auto who = who_is(writer, caller);
            if (!who) return not_yours();
            if (auto before = done_before(writer, caller, *act, request)) return *before;
            return carry_out(world, writer, means, here_of(world, *who, caller, writer), *act,
                             request, *prepared);
        }();
        return answer.has_value();
    });
    if (!wrote) return world_fails();
    return answer;
}

std::optional<No> in_house(World const& world, Caller const& caller,
                           std::function<void(StaffHere const&)> const& look) {
    auto reader = world.store.read();
    if (!reader) return world_fails().value();
    auto who = who_is(**reader, caller);
    if (!who) return not_yours().value();
    look(here_of(world, *who, caller, **reader));
    return {};
}

Answer<view::StaffList> look_at_staff(World const& world, Caller const& caller) {
    auto reader = world.store.read();
    if (!reader) return world_fails();
    auto who = who_is(**reader, caller);
    if (!who) return not_yours();
    auto const here = here_of(world, *who, caller, **reader);
    if (!here.has(process::Office::administrator) && !here.has(process::Office::manager))
        return not_yours();
    view::StaffList list;
    for (auto const& staff : (*reader)->staff_of(caller.organisation))
        list.staff.push_back(view_of(staff));
    std::ranges::sort(list.staff, {}, &view::StaffView::name);
    list.can = staff_can(here, "staff");
    return told_and_noted(world, std::move(list), {looked(world, caller, "look_at_staff")});
}

Answer<view::Me> look_at_me(World const& world, Caller const& caller, std::string const& csrf) {
    auto reader = world.store.read();
    if (!reader) return world_fails();
    auto who = who_is(**reader, caller);
    if (!who) return not_yours();
    auto const here = here_of(world, *who, caller, **reader);
    auto const& [staff, organisation] = *who;
    return view::Me{staff.id.text,
                    staff.name,
                    staff.mail,
                    staff.language,
                    office_words(staff.offices),
                    {organisation.id.text, organisation.name},
                    organisation.country,
                    organisation.zone,
                    staff.pledged_at.has_value(),
                    csrf,
                    here.today,
                    staff_can(here, "self")};
}

} // namespace radslag::commands
