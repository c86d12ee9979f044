#pragma once
// Tables of plain text for people, and the model's words in one language.
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "process/process.h"

namespace radslag::process {

// Columns are as wide as their widest cell; the first row is the head.
using Rows = std::vector<std::vector<std::string>>;
std::string table(Rows const& rows);

class Telling {
public:
    Telling(Model const& a_model, std::string_view language)
        : model(a_model), language_(language) {}

    Model const& model;
    [[nodiscard]] std::string const& text(std::string const& key) const {
        return model.text(language_, key);
    }
    [[nodiscard]] std::string who(Who who) const; // "coordinators, office:manager"; "–" for nobody
    [[nodiscard]] std::string need(Need const& need) const;
    [[nodiscard]] std::string moment(Moment const& moment) const;
    [[nodiscard]] std::string stages(Ix from, Ix until) const;

private:
    std::string_view language_;
};

std::string rule_words(Rule const& rule); // "hard"
std::string sources(Rule const& rule); // "A1, ours"
inline std::string yes(bool is) { return is ? "yes" : "–"; }

std::string tell_journey(Telling const& tell);
std::string tell_referral(Telling const& tell); // what is asked, criteria, committee
std::string tell_work(Telling const& tell); // preparation, questions, questionnaires
std::string tell_meetings(Telling const& tell);
std::string tell_agreements(Telling const& tell); // consents, deciders, plan, deadlines, stops
std::string tell_rights(Telling const& tell);

} // namespace radslag::process
