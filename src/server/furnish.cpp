// The demo's cases, from demo/demo.toml: each act is asked for as a browser would ask, so that what
// the commands refuse is refused here too.
#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "server/demo.h"

namespace radslag::server {
namespace {

namespace view = commands::view;
using commands::Value;

struct Stage { // one case on its way
    Installation& house;
    std::vector<DemoAccount> const& accounts;
    std::string country, intake;
    std::optional<CaseId> id = {};
};

commands::Caller caller(Stage const& stage, std::string const& by) {
    auto at = std::ranges::find_if(stage.accounts, [&](DemoAccount const& one) {
        return one.country == stage.country && one.mail.starts_with(by + "@");
    });
    RADSLAG_SURE(at != stage.accounts.end());
    return {at->staff, at->organisation, at->language};
}

// What the one who acts has before them: the case, or the desk before there is one.
struct Sight {
    std::vector<view::Can> can;
    std::vector<view::PersonView> people;
    Date today;
    std::int64_t version = 0; // what a change of a text is based on
};

Sight look(Stage const& stage, commands::Caller const& who) {
    auto const& world = stage.house.world();
    Sight sight;
    sight.today = date_in("Europe/Stockholm", world.clock.now());
    if (stage.id) {
        if (auto seen = commands::look_at_case(world, who, *stage.id)) {
            sight.version = seen->version;
            sight.can = std::move(seen->can);
            sight.people = std::move(seen->people).value_or(std::vector<view::PersonView>{});
        }
    } else if (auto desk = commands::look_at_desk(world, who)) {
        sight.can = std::move(desk->can);
    }
    return sight;
}

class Words {
public:
    Words(Sight const& sight, std::string const& act) : sight_(sight) {
        auto at = std::ranges::find(sight.can, act, &view::Can::act);
        if (at != sight.can.end()) can_ = &*at;
    }

    [[nodiscard]] std::string read(std::string const& word) const {
        if (word.starts_with('+'))
            return write_date(add_days(sight_.today, std::stoi(word.substr(1))));
        if (word.starts_with('@')) return named(word.substr(1));
        if (word == "!" && can_ != nullptr && can_->about && !can_->about->empty())
            return can_->about->front().id;
        if (word.starts_with('#') && can_ != nullptr && !can_->choices.empty())
            return can_->choices.front().options.at(std::stoul(word.substr(1))).value;
        return word;
    }

    [[nodiscard]] Value value(toml::node const& node) const {
        if (auto text = node.value_exact<std::string>()) return read(*text);
        if (auto number = node.value_exact<std::int64_t>()) return *number;
        if (auto yes = node.value_exact<bool>()) return *yes;
        std::vector<std::string> list;
        for (auto const& one : *node.as_array()) list.push_back(read(one.value_or(std::string{})));
        return list;
    }

    // The town's own model among those that begin with this intake.
    [[nodiscard]] std::string intake(commands::Books const& books, Stage const& stage) const {
        for (auto const* book : books.all())
            if (book->model().country == stage.country &&
                book->model().intake(stage.intake) != nullptr)
                return book->model().id + "/" + stage.intake;
        return {};
    }

private:
    [[nodiscard]] std::string named(std::string const& name) const {
        if (can_ != nullptr)
            for (auto const& choices : can_->choices)
                for (auto const& option : choices.options)
                    if (option.label.starts_with(name)) return option.value;
        auto at = std::ranges::find(sight_.people, name, &view::PersonView::name);
        return at == sight_.people.end() ? name : at->id;
    }

    Sight const& sight_;
    view::Can const* can_ = nullptr;
};

commands::Request request_of(Stage const& stage, toml::table const& said, Words const& words) {
    commands::Request request;
    request.id = ActId::make(stage.house.world().random);
    auto text = [&](std::string_view key) { return words.read(said[key].value_or(std::string{})); };
    request.about = text("about");
    request.for_whom = text("for_whom");
    request.told = text("told");
    if (auto const* fields = said["fields"].as_table())
        for (auto const& [name, node] : *fields)
            request.fields.emplace(name.str(), words.value(node));
    if (!stage.id) request.fields.emplace("intake", words.intake(stage.house.world().books, stage));
    return request;
}

std::optional<std::string> play(Stage& stage, toml::table const& said) {
    auto const act = said["act"].value_or(std::string{});
    auto const who = caller(stage, said["by"].value_or(std::string{}));
    auto const sight = look(stage, who);
    auto request = request_of(stage, said, Words(sight, act));
    auto const* declared = commands::find_act(act);
    if (declared != nullptr && declared->based_on) request.base = sight.version;
    auto const& world = stage.house.world();
    auto done = stage.id         ? commands::perform(world, who, *stage.id, act, request)
                : act == "refer" ? commands::refer(world, who, request)
                                 : commands::open_case(world, who, request);
    if (!done)
        return fmt::format("{}: {} {}", act, done.error().why.front().code,
                           done.error().why.front().field);
    if (!stage.id) stage.id = CaseId{done->case_id};
    return {};
}

} // namespace

std::vector<std::string> furnish(Installation& house, std::vector<DemoAccount> const& accounts) {
    std::vector<std::string> refused;
    auto const table = toml::parse(demo_toml());
    for (auto const& one : *table["case"].as_array()) {
        auto const& story = *one.as_table();
        Stage stage{house, accounts, story["country"].value_or(std::string{}),
                    story["intake"].value_or(std::string{})};
        for (auto const& said : *story["act"].as_array()) {
            if (auto no = play(stage, *said.as_table())) refused.push_back(std::move(*no));
            if (!stage.id) break; // it did not even begin
        }
    }
    return refused;
}

} // namespace radslag::server
