#pragma once
// A rule book is a model made ready for questions: every condition of its gates has a place in
// `atoms`, so that what is known of a case fits into a small finite `Facts`.
#include <map>
#include <memory>

#include "process/process.h"

namespace radslag::workflow {

using process::Ix;
using process::Who;

// Two gates that ask the same share an atom.
struct Atom {
    process::Condition what = process::Condition::consent;
    std::string of;
    Who who;
    int at_least = 1;
    bool operator==(Atom const&) const = default;
};

struct Asked { // a need where it stands
    process::Need const* need = nullptr;
    std::size_t atom = 0;
    std::size_t place = 0; // among all needs of the model, for waivers
};
// A hard yes that opened an earlier stage is asked for by every later gate too: of whoever is named
// since, and whoever turned old enough (A11).
struct Gate {
    std::vector<Asked> needs;
};

class RuleBook {
public:
    explicit RuleBook(std::shared_ptr<process::Model const> model);

    [[nodiscard]] process::Model const& model() const { return *model_; }
    [[nodiscard]] std::vector<Atom> const& atoms() const { return atoms_; }
    [[nodiscard]] std::vector<std::string> const& need_ids() const { return need_ids_; }
    [[nodiscard]] Gate const& gate_of_stage(Ix stage) const { return stages_.at(stage); }
    [[nodiscard]] Ix place_of_meeting(std::string_view meeting) const; // nowhere when unknown
    [[nodiscard]] Gate const& gate_of_meeting(std::string const& meeting) const;
    [[nodiscard]] Gate const& gate_of_step(std::string const& meeting, std::string const& step) const;
    [[nodiscard]] process::Step const* step(std::string_view meeting, std::string_view step) const;
    // The step after this one; the first after "". Nothing after the last.
    [[nodiscard]] process::Step const* step_after(std::string_view meeting, std::string_view step) const;
    [[nodiscard]] process::Function function(std::string_view role) const;
    [[nodiscard]] bool is_in(Who who, std::string const& role) const;
    [[nodiscard]] std::vector<process::May const*> const& mays(std::string_view act) const;
    [[nodiscard]] Who everyone(std::initializer_list<process::Function> functions) const;

private:
    std::shared_ptr<process::Model const> model_;
    std::vector<Atom> atoms_;
    std::vector<std::string> need_ids_;
    std::vector<Gate> stages_;
    std::map<std::string, Gate> meetings_;
    std::map<std::string, Gate> steps_; // "meeting.step"

    std::map<std::string, std::vector<process::May const*>, std::less<>> mays_;

    Gate read_gate(std::vector<process::Need> const& needs);
    void add_standing_consents();
};

} // namespace radslag::workflow
