// What a model cannot give away: the coordinator is closed off from the case papers (SN3, DF3), and
// nobody but the family writes in its private time (A2, DF5).
#include "process/checker.h"

namespace radslag::process {
namespace {

// The coordinators among them, and the offices that their staff hold.
Who coordinators_in(Checker const& check, Who who) {
    Who found;
    for (Ix place = 0; place < check.model.roles.size(); ++place) {
        auto const& role = check.model.roles[place];
        if (role.is != Function::coordinator) continue;
        if (who.has(place)) found.add(place);
        found.offices |= who.offices & role.offices;
    }
    return found;
}

bool has(std::vector<std::string> const& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

Who check_papers(Checker& check) {
    Who readers;
    auto const& mays = check.model.mays;
    for (std::size_t i = 0; i < mays.size(); ++i) {
        bool writes = has(mays[i].acts, "write_paper") || has(mays[i].acts, "change_paper");
        if (!writes) continue;
        readers.roles |= mays[i].who.roles;
        if (Who wrong = coordinators_in(check, mays[i].who); !wrong.empty())
            check.complain(fmt::format("may.{}.who", i),
                           fmt::format("The case papers would be written by {}, whom they are "
                                       "closed to.",
                                       check.names(wrong)),
                           "Take the coordinator out of this row, or the act (SN3, DF3).");
    }
    each_see(check, [&](See const& see, std::string const& at, std::string const&, bool) {
        if (see.what != Matter::papers) return;
        readers.roles |= see.who.roles;
        if (Who wrong = coordinators_in(check, see.who); !wrong.empty())
            check.complain(at + ".who",
                           fmt::format("The case papers would be open to {}.", check.names(wrong)),
                           "Take the coordinator out of this row, or `papers` (SN3, DF3).");
    });
    return readers;
}

// One person in both roles would carry in their head what is closed by the rules.
void check_both(Checker& check, Who readers) {
    auto const& roles = check.model.roles;
    for (Ix place = 0; place < roles.size(); ++place) {
        if (roles[place].is != Function::coordinator) continue;
        Who both;
        each_role(readers, [&](Ix reader) {
            bool apart = roles[place].incompatible.has(reader) ||
                         roles[reader].incompatible.has(place) ||
                         roles[reader].is == Function::coordinator;
            if (!apart) both.add(reader);
        });
        if (!both.empty())
            check.complain(fmt::format("role.{}.incompatible", place),
                           fmt::format("One person could be {} and {}, who has the case papers.",
                                       quoted(roles[place].id), check.names(both)),
                           "Name them in `incompatible` (SN3, DF3).");
    }
}

bool is_family(Function is) {
    return is == Function::main_person || is == Function::speaks_for || is == Function::network ||
           is == Function::support;
}

// The private step that a row of rights reaches into, as `meeting.step`; empty: none.
std::string private_step(Checker const& check, May const& may) {
    for (auto const& meeting : check.model.meetings) {
        if (meeting.stage < may.from || meeting.stage > may.until) continue;
        for (auto const& step : meeting.steps)
            if (auto name = meeting.id + "." + step.id; step.is_private && check.in_step(may, name))
                return name;
    }
    return {};
}

void check_writing(Checker& check) {
    static constexpr std::array<std::string_view, 4> writing{"write_action", "change_action",
                                                             "remove_action", "hand_over_plan"};
    for (std::size_t i = 0; i < check.model.mays.size(); ++i) {
        auto const& may = check.model.mays[i];
        Who outside{0, may.who.offices};
        each_role(may.who, [&](Ix role) {
            if (!is_family(check.model.roles[role].is)) outside.add(role);
        });
        auto step = private_step(check, may);
        if (outside.empty() || step.empty()) continue;
        for (std::size_t n = 0; n < may.acts.size(); ++n) {
            if (std::find(writing.begin(), writing.end(), may.acts[n]) == writing.end()) continue;
            check.complain(
                fmt::format("may.{}.acts.{}", i, n),
                fmt::format("{} may `{}` in the private step {}.", check.names(outside),
                            may.acts[n], quoted(step)),
                "Name in `in_steps` the steps where the family is not alone, or let `from` and "
                "`until` leave that stage out (A2, DF5).");
            break;
        }
    }
}

} // namespace

void check_barrier(Checker& check) {
    check_both(check, check_papers(check));
    check_writing(check);
}

} // namespace radslag::process
