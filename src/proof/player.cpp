#include "proof/player.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "storage/storage.h"

namespace radslag::proof {
namespace {

using commands::FieldType;
using commands::Value;
using process::Office;

process::Library library_of(process::Model const& model) {
    process::Library library;
    library.add(model);
    return library;
}

std::filesystem::path fresh_folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "radslag-proof-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    return pattern;
}

constexpr std::string_view day_one = "2026-03-02";

template <class All> bool has_id(All const& all, std::string const& id) {
    return std::any_of(all.begin(), all.end(), [&](auto const& one) { return one.id == id; });
}

} // namespace

Player::Player(std::shared_ptr<process::Model const> const& model)
    : folder_(fresh_folder()), books_(library_of(*model)), clock_(Instant{0}), random_(20261122) {
    // Nobody's data: any key does.
    auto const keys = [] { return Outcome<storage::DataKeys>({storage::DataKey{}}); };
    auto store = storage::open_sqlite({(folder_ / "radslag.db").string(), keys, 1});
    if (!store) throw std::runtime_error(store.error().logged);
    store_ = std::move(*store);
    world_ = std::make_unique<commands::World>(commands::World{*store_, books_, clock_, random_});
    bool const danish = model->country == "DK";
    organisation_.id = OrganisationId::make(random_);
    organisation_.name = "Lingonby";
    organisation_.country = model->country;
    organisation_.zone = danish ? "Europe/Copenhagen" : "Europe/Stockholm";
    organisation_.language = danish ? "da" : "sv";
    auto wrote = store_->write([&](commands::Writer& writer) {
        writer.put(organisation_);
        return true;
    });
    if (!wrote) throw std::runtime_error("the municipality was not written");
    say("Given today is " + std::string(day_one));
    clock_.set(instant_of(organisation_.zone, *read_date(day_one), *read_time("09:00")));
    say(fmt::format("And a municipality {} in {}", organisation_.name, organisation_.country));
    employ("Karin Sand", {Office::coordinator});
    employ("Lena Dahl", {Office::coordinator});
    employ("Nora Berg", {Office::coordinator});
    employ("Conny Holm", {Office::case_worker});
    employ("Sofia Grip", {Office::case_worker});
    employ("Maria Ek", {Office::manager});
    employ("Kaj Lund", {Office::committee});
    employ("Eva Falk", {Office::employee});
    employ("Tomas Rask", {Office::employee});
    employ("Ada Vik", {Office::administrator});
    employ("Stina Alm", {Office::case_worker, Office::coordinator});
}

Player::~Player() {
    world_.reset();
    store_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void Player::employ(std::string name, std::vector<Office> const& offices) {
    commands::Staff one;
    one.id = StaffId::make(random_);
    one.organisation = organisation_.id;
    one.name = std::move(name);
    one.mail = one.id.text + "@example.org";
    one.language = "en";
    one.pledged_at = clock_.now();
    std::string said;
    for (auto office : offices) {
        one.offices |= 1U << unsigned(office);
        said += (said.empty() ? "" : " and ") + std::string(word(office));
    }
    auto wrote = store_->write([&](commands::Writer& writer) {
        writer.put(one);
        return true;
    });
    if (!wrote) throw std::runtime_error("an account was not written");
    say(fmt::format("And {} works as {}", one.name, said));
    staff_.push_back(std::move(one));
}

std::string Player::invented() {
    static constexpr std::array<std::string_view, 16> names{
        "Elsa Lind", "Anna Lind",  "Per Lind",   "Ulla Norr", "Sture Norr", "Rut Hall",
        "Ivar Hall", "Siv Moberg", "Olle Moberg", "Britt Ask", "Gun Ask",    "Hans Dal",
        "Lisa Dal",  "Bo Strand",  "Inga Strand", "Ture Vall"};
    auto const n = named_++;
    if (n < names.size()) return std::string(names[n]);
    return fmt::format("Rune{} Vall", static_cast<char>('a' + (n - names.size()) % 26));
}

commands::Caller Player::caller(commands::Staff const& who) const {
    return {who.id, organisation_.id, "en"};
}

workflow::CaseFile Player::file() {
    auto reader = store_->read();
    if (!reader) throw std::runtime_error(reader.error().logged);
    auto found = (*reader)->case_file(organisation_.id, case_);
    return found ? std::move(*found) : workflow::CaseFile{};
}

std::vector<std::string> Player::names() const {
    std::vector<std::string> all;
    for (auto const& one : staff_) all.push_back(one.name);
    return all;
}

StaffId Player::staff(std::string const& name) const {
    for (auto const& one : staff_)
        if (one.name == name) return one.id;
    return {};
}

std::optional<PersonId> Player::row_of(std::string const& name, std::string const& role) {
    auto const now = file();
    for (auto const& person : now.all<people::Person>())
        if (person.staff == staff(name) && person.role == role) return person.id;
    return {};
}

std::string Player::name_of(PersonId const& person) {
    auto const now = file();
    auto const* found = people::find(now.all<people::Person>(), person);
    if (found == nullptr) return {};
    auto const& all = now.all<people::Person>();
    auto const alike = std::count_if(all.begin(), all.end(),
                                     [&](auto const& p) { return p.name == found->name; });
    return alike > 1 ? found->name + " as " + found->role : found->name;
}

std::optional<commands::view::CaseView> Player::look(std::string const& name) {
    for (auto const& one : staff_)
        if (one.name == name)
            if (auto view = commands::look_at_case(*world_, caller(one), case_))
                return std::move(*view);
    return {};
}

void Player::to_day(Date day) {
    say(fmt::format("When {} becomes today", write_date(day)));
    clock_.set(instant_of(organisation_.zone, day, *read_time("09:00")));
    (void)commands::tick(*world_);
}

// ---- acting

bool Player::send(commands::Staff const& who, std::string const& act, commands::Request request) {
    clock_.set(Instant{clock_.now().micros + 1'000'000});
    request.id = ActId::make(random_);
    auto const* declared = commands::find_act(act);
    if (declared != nullptr && declared->based_on) request.base = file().counter().version;
    auto answer = act == "open_case" ? commands::open_case(*world_, caller(who), request)
                  : act == "refer"   ? commands::refer(*world_, caller(who), request)
                                     : commands::perform(*world_, caller(who), case_, act, request);
    if (!answer) {
        refusal_ = answer.error().why;
        return false;
    }
    if (case_.empty()) case_ = CaseId{answer->case_id};
    write(who, act, request);
    return true;
}

bool Player::begin(process::Intake const& intake, std::string const& by) {
    auto const& model = book().model();
    commands::Request request;
    bool const referral = intake.way == process::IntakeWay::referral;
    request.fields["intake"] = model.id + "/" + intake.id;
    if (referral) {
        for (auto const& field : intake.fields) request.fields[field] = "As it was told";
        request.fields["confirms"] = intake.confirms;
    } else {
        request.fields["name"] = invented();
        if (intake.names_contact) request.fields["contact_person"] = staff_.front().name;
    }
    for (auto const& who : staff_)
        if ((by.empty() || by == who.name) && (who.offices & intake.who.offices) != 0)
            if (send(who, referral ? "refer" : "open_case", request)) return true;
    return false;
}

bool Player::perform(std::string const& act, Wish const& wish) {
    refusal_.clear();
    for (auto const& who : staff_)
        if ((wish.by.empty() || wish.by == who.name) && try_as(who, act, wish)) return true;
    return false;
}

bool Player::try_as(commands::Staff const& who, std::string const& act, Wish const& wish) {
    auto view = commands::look_at_case(*world_, caller(who), case_);
    if (!view) return false;
    for (auto const& can : view->can) {
        if (can.act != act) continue;
        auto asked = request(who, act, can, wish);
        return asked && send(who, act, std::move(*asked));
    }
    return false;
}

std::optional<commands::Request> Player::request(commands::Staff const&, std::string const& act,
                                                 commands::view::Can const& can, Wish const& wish) {
    commands::Request request;
    if (!wish.for_whom.empty()) {
        if (!has_id(can.for_whom, wish.for_whom)) return {};
        request.for_whom = wish.for_whom;
    } else if (!can.own_name) {
        if (can.for_whom.empty()) return {};
        request.for_whom = can.for_whom.front().id;
    }
    if (!request.for_whom.empty()) request.told = "in_person";
    if (can.about) {
        if (!wish.about.empty() && !has_id(*can.about, wish.about)) return {};
        request.about = wish.about.empty() ? can.about->front().id : wish.about;
    }
    for (auto const& spec : commands::find_act(act)->fields) {
        auto const name = std::string(spec.name);
        std::vector<commands::view::Option> options;
        for (auto const& choices : can.choices)
            if (choices.field == name) options = choices.options;
        if (auto wished = wish.fields.find(name); wished != wish.fields.end()) {
            request.fields[name] = wished->second;
            continue;
        }
        static constexpr std::array<std::string_view, 4> always{"reason", "checks", "criteria",
                                                                "main_agrees"};
        bool const fills = spec.required ||
                           std::find(always.begin(), always.end(), name) != always.end();
        if (!fills) continue;
        auto chosen = value(spec, options);
        if (!chosen) return {};
        request.fields[name] = std::move(*chosen);
    }
    return request;
}

std::optional<Value> Player::value(commands::FieldSpec const& spec,
                                   std::vector<commands::view::Option> const& options) {
    switch (spec.type) {
    case FieldType::line:
        return spec.name.ends_with("name") ? invented() : std::string("The town hall");
    case FieldType::text:
        return std::string("As it was told");
    case FieldType::date:
        return write_date(today());
    case FieldType::time:
        return std::string(spec.name == "ends" ? "13:00" : "10:00");
    case FieldType::number:
        return std::int64_t{1};
    case FieldType::yes_no:
        return true;
    case FieldType::choice:
    case FieldType::person:
    case FieldType::row:
        if (!spec.choices.empty()) return std::string(spec.choices.front());
        if (options.empty()) return {};
        return options.front().value;
    case FieldType::choices:
    case FieldType::people:
    case FieldType::texts: {
        std::vector<std::string> all;
        for (auto const& option : options) all.push_back(option.value);
        return all;
    }
    }
    return {};
}

// ---- writing it down

std::string Player::row(std::string_view kind, std::string const& id) {
    auto const now = file();
    if (kind == "person") return name_of(PersonId{id});
    if (kind == "need") return id;
    if (kind == "due") return now.find<workflow::Due>(RowId{id})->of;
    if (kind == "meeting") return now.find<meeting::Meeting>(RowId{id})->meeting;
    if (kind == "question") return now.find<preparation::Question>(RowId{id})->text;
    if (kind == "action") return now.find<plan::Action>(RowId{id})->what;
    if (kind == "offer") return now.find<meeting::Offer>(RowId{id})->text;
    if (kind == "paper") return now.find<casepapers::Paper>(RowId{id})->title;
    if (kind == "description") return now.find<referral::Description>(RowId{id})->field_id;
    if (kind == "clarification") return now.find<plan::Clarification>(RowId{id})->question;
    if (auto const* speaks = now.find<people::Speaks>(RowId{id}))
        return name_of(speaks->guardian) + " for " + name_of(speaks->whom);
    return id;
}

std::string Player::written(std::string const& act, std::string const& field, Value const& value) {
    auto type = FieldType::text;
    if (auto const* declared = commands::find_act(act))
        for (auto const& spec : declared->fields)
            if (spec.name == field) type = spec.type;
    auto one = [&](std::string const& text) {
        if (field == "staff")
            for (auto const& who : staff_)
                if (who.id.text == text) return who.name;
        if (type == FieldType::person || type == FieldType::people) return name_of(PersonId{text});
        return type == FieldType::row ? row(field, text) : text;
    };
    if (auto const* text = std::get_if<std::string>(&value)) return one(*text);
    if (auto const* yes = std::get_if<bool>(&value)) return *yes ? "yes" : "no";
    if (auto const* list = std::get_if<std::vector<std::string>>(&value)) {
        std::string all;
        for (auto const& text : *list) all += (all.empty() ? "" : ", ") + one(text);
        return all.empty() ? "nobody" : all;
    }
    auto const number = std::get<std::int64_t>(value);
    auto const in_log = in_log_.find(number);
    return in_log == in_log_.end() ? std::to_string(number) : "the last " + in_log->second;
}

bool Player::take_back(std::string const& act) {
    for (auto const& who : staff_) {
        std::string cursor;
        auto log = commands::look_at_log(*world_, caller(who), case_, cursor);
        if (!log) continue;
        for (auto const& entry : log->entries) {
            if (entry.act != act) continue;
            in_log_[entry.seq] = act;
            if (perform("take_back", {{}, {}, who.name, {{"happening", entry.seq}}})) return true;
            break;
        }
    }
    return false;
}

void Player::write(commands::Staff const& who, std::string const& act,
                   commands::Request const& request) {
    std::string words;
    for (auto const& phrase : phrases())
        if (phrase.act == act) words = third_person(phrase.words);
    auto line = fmt::format("When {} {}", who.name, words);
    if (auto const* declared = commands::find_act(act); declared != nullptr && !request.about.empty())
        line += " " + row(declared->about, request.about);
    if (!request.for_whom.empty())
        line += fmt::format(", for {}, told in person", name_of(PersonId{request.for_whom}));
    std::string fields;
    for (auto const& [name, value] : request.fields)
        fields += fmt::format("{}{}: {}", fields.empty() ? ": " : "; ", name,
                              written(act, name, value));
    say(line + fields);
}

} // namespace radslag::proof
