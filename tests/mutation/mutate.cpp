// Damages every rule and turns off every refusal, one at a time, and tells who noticed. What nobody
// notices must stand in harmless.txt with a reason; and what stands there must be unnoticed still.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/base.h"
#include "mutation/apart.h"
#include "mutation/harmless.h"
#include "mutation/refusals.h"
#include "mutation/switch.h"

namespace radslag::mutation {
namespace {

struct Job {
    std::string name; // "hoor-familjeradslag: step conference.private: present + informant"
    Subject const* subject = nullptr; // of a model; else a refusal
    process::test::Mutant mutant;
};

// What it damages, by its name.
std::string kind_of(Job const& job) {
    if (job.subject == nullptr) return "refusal";
    static std::vector<std::pair<std::string, std::vector<std::string>>> const kinds{
        {"order of steps", {"changes place"}},
        {"incompatibility", {": incompatible"}},
        {"presence", {": present", ": back", ": private", "is_private"}},
        {"deadline", {": deadline "}},
        {"gate", {": need ", ": moved_by", ": again_by", ": passed_by", ": strength"}},
        {"consent", {": consent "}},
        {"permission", {": may ", ": see "}},
        {"who decides", {": decides ", ": ending ", ": questions", ": committee"}},
    };
    for (auto const& [kind, signs] : kinds)
        for (auto const& sign : signs)
            if (job.name.find(sign) != std::string::npos) return kind;
    return "other";
}

std::vector<Job> all_jobs() {
    std::vector<Job> all;
    for (auto const& subject : subjects())
        for (auto& mutant : process::test::mutants_of(subject.model_file())) {
            auto name = subject.id + ": " + mutant.name;
            all.push_back({std::move(name), &subject, std::move(mutant)});
        }
    for (auto const& name : switches()) all.push_back({"refusal: " + name, nullptr, {name, {}}});
    return all;
}

struct Wanted {
    std::size_t sample = 0; // 0: all
    std::uint64_t seed = 1;
    std::size_t at_once = 2;
    std::string only;
    bool list = false;
    bool everybody = false;
};

std::vector<Job> chosen(Wanted const& wanted) {
    auto all = all_jobs();
    std::erase_if(all, [&](Job const& job) {
        return job.name.find(wanted.only) == std::string::npos;
    });
    if (wanted.sample == 0 || wanted.sample >= all.size()) return all;
    SeededRandom random(wanted.seed);
    for (std::size_t i = 0; i < wanted.sample; ++i)
        std::swap(all[i], all[i + random.below(all.size() - i)]);
    all.resize(wanted.sample);
    return all;
}

// The scene that noticed last is asked first.
class Orders {
public:
    std::vector<std::size_t>& of(Job const& job) {
        auto& order = orders_[job.subject];
        if (order.empty()) {
            order.resize(job.subject != nullptr ? job.subject->scenes.size() : all_scenes().size());
            std::iota(order.begin(), order.end(), std::size_t{0});
        }
        return order;
    }
    void noticed(Job const& job, std::size_t scene) {
        auto& order = of(job);
        auto const at = std::find(order.begin(), order.end(), scene);
        std::rotate(order.begin(), at, at + 1);
    }

private:
    std::map<Subject const*, std::vector<std::size_t>> orders_;
};

class Tally {
    static constexpr auto form = "{:<16} {:>9} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>9}\n";

public:
    void add(Job const& job, std::string const& by) {
        auto& row = rows_[kind_of(job)];
        for (auto* each : {&row, &all_}) {
            ++each->generated;
            ++each->by[by];
        }
        if (by.empty()) survivors_.push_back(job.name);
    }
    [[nodiscard]] std::vector<std::string> const& survivors() const { return survivors_; }
    void tell(std::ostream& out) const {
        out << fmt::format(form, "", "generated", "equal", "check", "table", "tests", "scenes",
                           "prover", "rules", "survived");
        for (auto const& [kind, row] : rows_) tell_row(kind, row, out);
        tell_row("all", all_, out);
        out << "\nAsked in this order until somebody noticed; with --everybody, each who did. equal: a right "
               "whose damage changes nothing for anybody. tests: crashes and what never ends, too. rules: a "
               "table that people compare with the source.\n";
    }

private:
    struct Row {
        std::size_t generated = 0;
        std::map<std::string, std::size_t> by; // "prover+table"
    };
    std::map<std::string, Row> rows_;
    Row all_;
    std::vector<std::string> survivors_;

    static void tell_row(std::string const& name, Row const& row, std::ostream& out) {
        auto count = [&](std::string const& who) {
            std::size_t all = 0;
            for (auto const& [by, times] : row.by)
                if (("+" + by + "+").find("+" + who + "+") != std::string::npos) all += times;
            return all;
        };
        out << fmt::format(form, name, row.generated, count("equal"), count("check"), count("table"),
                           count("tests") + count("crash") + count("endless"), count("scenes"),
                           count("prover"), count("rules"), count(""));
    }
};

std::string judged(Job const& job, Asking const& asking) {
    auto const noticed = job.subject != nullptr ? judge(*job.subject, job.mutant, asking)
                                                : judge_refusal(job.mutant.name, asking);
    auto const scene = noticed.scene ? std::to_string(*noticed.scene) : "";
    return fmt::format("{}|{}", fmt::join(noticed.by, "+"), scene);
}

Tally run(std::vector<Job> const& jobs, Wanted const& wanted) {
    for (auto const& job : jobs)
        if (job.subject != nullptr) get_ready(*job.subject);
    Orders orders;
    for (auto const& job : jobs) orders.of(job);
    Tally tally;
    apart(
        jobs.size(), wanted.at_once,
        [&](std::size_t at) { return judged(jobs[at], {orders.of(jobs[at]), wanted.everybody}); },
        [&](std::size_t at, std::string const& told) {
            auto const cut = told.find('|');
            auto const by = told.substr(0, cut);
            auto const scene = cut == std::string::npos ? "" : told.substr(cut + 1);
            if (!scene.empty()) orders.noticed(jobs[at], std::stoul(scene));
            tally.add(jobs[at], by);
            std::cout << fmt::format("{:<16} {}\n", by.empty() ? "SURVIVED" : by, jobs[at].name)
                      << std::flush;
        });
    return tally;
}

int tell_survivors(Tally const& tally, bool whole) {
    auto const harmless = read_harmless(RADSLAG_SOURCE_DIR "/tests/mutation/harmless.txt");
    auto const judged = compare(harmless, tally.survivors());
    std::cout << "\nSurvivors:\n";
    for (auto const& [name, reason] : judged.explained) std::cout << "  " << name << "\n      " << reason << "\n";
    for (auto const& name : judged.unexplained) std::cout << "  " << name << "\n      NO REASON\n";
    if (!whole) return judged.unexplained.empty() ? 0 : 1;
    for (auto const& one : judged.stale)
        std::cout << fmt::format("harmless.txt:{}: nothing like it survives: {}\n", one.line, one.pattern);
    return judged.unexplained.empty() && judged.stale.empty() ? 0 : 1;
}

int mutate(Wanted const& wanted) {
    auto const jobs = chosen(wanted);
    if (wanted.list) {
        for (auto const& job : jobs) std::cout << fmt::format("{:<16} {}\n", kind_of(job), job.name);
        return 0;
    }
    auto const tally = run(jobs, wanted);
    std::cout << "\n";
    tally.tell(std::cout);
    return tell_survivors(tally, wanted.sample == 0 && wanted.only.empty());
}

} // namespace
} // namespace radslag::mutation

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    radslag::mutation::Wanted wanted;
    for (int i = 1; i < argc; ++i) {
        std::string const option = argv[i];
        std::string const value = i + 1 < argc ? argv[i + 1] : "";
        if (option == "--list") wanted.list = true;
        else if (option == "--everybody") wanted.everybody = true;
        else if (option == "--sample") wanted.sample = std::stoul(value), ++i;
        else if (option == "--seed") wanted.seed = std::stoull(value), ++i;
        else if (option == "--at-once") wanted.at_once = std::stoul(value), ++i;
        else if (option == "--only") wanted.only = value, ++i;
        else {
            std::cerr << "mutate [--sample N] [--seed N] [--at-once N] [--only WORDS] [--list] "
                         "[--everybody]\n";
            return 2;
        }
    }
    try {
        return radslag::mutation::mutate(wanted);
    } catch (std::exception const& wrong) {
        std::cerr << wrong.what() << "\n";
        return 2;
    }
}
