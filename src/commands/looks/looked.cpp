// The log of looks: who was shown what of whom. For the manager of the staff; a name stands in it
// only where this reader may know it anyway, and that they read it is noted too.
#include <map>

#include "commands/looks/looks.h"
#include "commands/looks/noted.h"
#include "commands/staff/private.h"

namespace radslag::commands {
namespace looks {
namespace {

// A case as this reader may know it; loaded once for a page.
class Known {
public:
    Known(World const& world, Caller const& caller, StaffHere const& here, CaseId const& id)
        : loaded_(load(here.reader, world.books, caller, id, here.now)) {
        if (!loaded_) {
            auto file = here.reader.case_file(caller.organisation, id);
            if (file) number_ = file->conference().number;
            return;
        }
        number_ = loaded_->file.conference().number;
        here_.emplace(here_in(*loaded_, world.books, caller, here.reader, here.now));
        look_.emplace(*here_);
    }
    void tell(Looked const& row, view::LookRow& view) const {
        if (number_ > 0) view.case_name = look_ ? look_->case_name() : number_name(number_);
        view.others = static_cast<std::int64_t>(row.persons.size());
        if (!look_) return;
        view.case_id = row.of.text;
        for (auto const& person : row.persons)
            if (auto name = look_->name_for(person); !name.empty()) {
                view.whom.push_back(std::move(name));
                --view.others;
            }
    }

private:
    Answer<Loaded> loaded_;
    std::optional<Here> here_;
    std::optional<Look> look_;
    std::int64_t number_ = 0; // 0: there is no such case any more
};

class Page {
public:
    Page(World const& world, Caller const& caller, StaffHere const& here)
        : world_(world), caller_(caller), here_(here) {
        for (auto const& one : here.reader.staff_of(caller.organisation))
            names_.emplace(one.id.text, one.name);
    }
    view::LookRow row(Looked const& of) {
        view::LookRow view{of.at,   of.until, of.times, of.staff.text, names_[of.staff.text],
                           of.look, {},       {},       of.matters,    {},
                           0};
        if (!of.of.empty()) known(of.of).tell(of, view);
        return view;
    }

private:
    Known const& known(CaseId const& id) {
        auto& one = cases_[id.text];
        if (!one) one = std::make_unique<Known>(world_, caller_, here_, id);
        return *one;
    }

    World const& world_;
    Caller const& caller_;
    StaffHere const& here_;
    std::map<std::string, std::string> names_; // of staff
    std::map<std::string, std::unique_ptr<Known>> cases_;
};

} // namespace
} // namespace looks

Looked looked(World const& world, Caller const& caller, std::string_view look) {
    auto const now = world.clock.now();
    return {caller.organisation, caller.staff, std::string(look), {}, {}, {}, now, now, 1};
}

void add_named(std::vector<Looked>& looks, Looked const& like,
               std::vector<view::CaseRow> const& rows) {
    for (auto const& row : rows) {
        if (row.name == looks::number_name(row.number)) continue;
        looks.push_back(like);
        looks.back().of = CaseId{row.id};
    }
}

Answer<view::Looks> look_at_looks(World const& world, Caller const& caller, LookFilter filter) {
    // What was shown a moment ago is part of it.
    if (!world.store.write_notes()) return refuse(No::Kind::fault, refusal("world.fault"));
    Answer<view::Looks> told = refuse(No::Kind::not_yours, refusal("act.not_yours"));
    auto no = in_house(world, caller, [&](StaffHere const& here) {
        if (!here.has(process::Office::manager)) return;
        auto const page = here.reader.looks(caller.organisation, filter);
        if (page.strange) {
            told = refuse(No::Kind::form, refusal("field.cursor", "cursor"));
            return;
        }
        looks::Page telling(world, caller, here);
        view::Looks looks;
        for (auto const& row : page.rows) looks.looks.push_back(telling.row(row));
        looks.next = page.next;
        told = std::move(looks);
    });
    if (no) return tl::unexpected<No>(std::move(*no));
    if (!told) return told;
    return told_and_noted(world, std::move(*told), {looked(world, caller, "look_at_looks")});
}

} // namespace radslag::commands
