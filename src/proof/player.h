#pragma once
// A town of invented people in which acts are done by the real commands, each written down as a line
// of a scene (docs/scenes.md).
#include <filesystem>
#include <map>

#include "commands/commands.h"
#include "proof/proof.h"

namespace radslag::proof {

// What is wanted of an act where there is a choice; what is not said is chosen by the player.
struct Wish {
    std::string about;    // a row's id
    std::string for_whom; // a person's id
    std::string by;       // who does it; empty: whoever can
    std::map<std::string, commands::Value> fields;
};

class Player {
public:
    explicit Player(std::shared_ptr<process::Model const> const& model);
    ~Player();
    Player(Player const&) = delete;
    Player& operator=(Player const&) = delete;

    // `by`: who opens it; empty: whoever can.
    bool begin(process::Intake const& intake, std::string const& by = {});
    // False when nobody can, or it was refused (refusal()).
    bool perform(std::string const& act, Wish const& wish = {});
    [[nodiscard]] std::vector<Refusal> const& refusal() const { return refusal_; }
    void to_day(Date day);
    // Takes back the last act of this name, by whoever did it.
    bool take_back(std::string const& act);

    [[nodiscard]] workflow::CaseFile file();
    [[nodiscard]] workflow::RuleBook const& book() const { return *books_.all().front(); }
    [[nodiscard]] Date today() const { return date_in(organisation_.zone, clock_.now()); }
    // The row of a member of staff in this case; nothing: they are not in it.
    [[nodiscard]] std::optional<PersonId> row_of(std::string const& name, std::string const& role);
    [[nodiscard]] std::optional<commands::view::CaseView> look(std::string const& name);
    [[nodiscard]] std::vector<std::string> names() const; // of staff
    [[nodiscard]] std::string name_of(PersonId const& person);
    // Somebody with these offices, who has a role of another kind in no case.
    [[nodiscard]] StaffId staff(std::string const& name) const;

    void say(std::string line) { lines_.push_back(std::move(line)); }
    [[nodiscard]] std::vector<std::string> const& lines() const { return lines_; }

private:
    std::filesystem::path folder_;
    commands::Books books_;
    SetClock clock_;
    SeededRandom random_;
    std::unique_ptr<commands::Store> store_;
    std::unique_ptr<commands::World> world_;
    commands::Organisation organisation_;
    std::vector<commands::Staff> staff_;
    CaseId case_;
    std::vector<std::string> lines_;
    std::vector<Refusal> refusal_;
    std::size_t named_ = 0; // invented people so far
    std::map<std::int64_t, std::string> in_log_; // what is taken back, by its number there

    void employ(std::string name, std::vector<process::Office> const& offices);
    [[nodiscard]] commands::Caller caller(commands::Staff const& who) const;
    bool send(commands::Staff const& who, std::string const& act, commands::Request request);
    bool try_as(commands::Staff const& who, std::string const& act, Wish const& wish);
    std::optional<commands::Request> request(commands::Staff const& who, std::string const& act,
                                             commands::view::Can const& can, Wish const& wish);
    std::optional<commands::Value> value(commands::FieldSpec const& spec,
                                         std::vector<commands::view::Option> const& options);
    std::string invented();
    void write(commands::Staff const& who, std::string const& act,
               commands::Request const& request);
    std::string written(std::string const& act, std::string const& field,
                        commands::Value const& value);
    std::string row(std::string_view kind, std::string const& id);
};

} // namespace radslag::proof
