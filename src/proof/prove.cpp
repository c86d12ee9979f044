#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "proof/model_proof.h"
#include "proof/proof.h"
#include "proof/way.h"

namespace radslag::proof {
namespace {

std::string joined(std::vector<std::string> const& words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

std::vector<std::string> way_of(Ground const& ground, Violation const& violation) {
    std::vector<std::string> lines;
    for (auto const& leg : violation.way) {
        auto line = leg.deed.act;
        if (!leg.deed.of.empty()) line += " " + leg.deed.of;
        line += " → " + ground.tell(leg.to.place);
        if (violation.slice.focus)
            line += " (" + violation.slice.focus->tell(leg.to.focus) + ")";
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

bool Report::holds() const {
    return std::all_of(promises.begin(), promises.end(), [](auto const& p) { return p.holds; });
}

Report prove(std::shared_ptr<process::Model const> const& model, bool scenes) {
    RuleBook const book(model);
    ModelProof proof(book);
    proof.run();
    Report report{model->id, model->version, proof.states(), {}};
    for (auto const& verdict : proof.verdicts()) {
        Promise promise;
        promise.id = verdict.id;
        promise.words = verdict.words;
        promise.sources = verdict.sources;
        promise.holds = verdict.holds();
        promise.not_concerned = verdict.not_concerned;
        promise.could = verdict.could;
        promise.was = verdict.was;
        promise.stuck = verdict.stuck;
        if (verdict.first) {
            promise.what = verdict.first->what;
            promise.way = way_of(proof.ground(), *verdict.first);
            if (scenes) {
                auto scene = scene_of(model, verdict);
                if (scene) promise.scene = std::move(*scene);
                else promise.stuck.push_back("As a scene it got " + scene.error());
            }
        }
        report.promises.push_back(std::move(promise));
    }
    return report;
}

namespace {

void tell_broken(Promise const& promise, std::ostream& out) {
    constexpr std::size_t most = 8;
    if (promise.could == 0)
        out << "    Nothing was looked at: in no state could it have been violated.\n";
    for (std::size_t i = 0; i < promise.stuck.size() && i < most; ++i)
        out << "    " << promise.stuck[i] << "\n";
    if (promise.stuck.size() > most)
        out << "    … and " << promise.stuck.size() - most << " more\n";
    if (promise.what.empty()) return;
    out << "    " << promise.what << ". The shortest way there:\n";
    for (auto const& line : promise.way) out << "      " << line << "\n";
    if (promise.scene.empty()) {
        out << "    The acts themselves were not led there: the prover may know too little.\n";
        return;
    }
    out << "    As a scene that runs:\n\n" << promise.scene << "\n";
}

} // namespace

void tell(Report const& report, std::ostream& out) {
    out << report.model << " " << report.version << ": " << report.states << " states\n\n";
    out << fmt::format("  {:<11} {:<9} {:>9} {:>9}  {}\n", "promise", "", "could", "was", "from");
    for (auto const& p : report.promises) {
        auto const how = !p.not_concerned.empty() ? "–" : p.holds ? "holds" : "BROKEN";
        out << fmt::format("  {:<11} {:<9} {:>9} {:>9}  {}\n", p.id, how,
                           p.not_concerned.empty() ? std::to_string(p.could) : "",
                           p.not_concerned.empty() ? std::to_string(p.was) : "",
                           p.not_concerned.empty() ? joined(p.sources) : p.not_concerned);
    }
    for (auto const& p : report.promises) {
        if (p.holds) continue;
        out << "\n  " << p.id << ": " << p.words << "\n";
        tell_broken(p, out);
    }
    out << "\n";
}

int prove(process::Library const& library, std::ostream& out) {
    bool good = !library.all().empty();
    std::size_t broken = 0;
    std::vector<std::pair<std::string, std::string>> words;
    for (auto const& model : library.all()) {
        auto const report = prove(model);
        tell(report, out);
        good = good && report.holds();
        for (auto const& p : report.promises) {
            broken += p.holds ? 0 : 1;
            auto const said = std::any_of(words.begin(), words.end(),
                                          [&](auto const& w) { return w.first == p.id; });
            if (!said) words.emplace_back(p.id, p.words);
        }
    }
    out << "What is promised. \"could\": the states in which it could have been violated; \"was\": "
           "those in which it was.\n\n";
    for (auto const& [id, told] : words) out << fmt::format("  {:<11} {}\n", id, told);
    out << "\n" << library.all().size() << " models, " << broken << " promises broken\n";
    return good ? 0 : 1;
}

} // namespace radslag::proof
