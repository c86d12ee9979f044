// SN3, DF3: whoever leads a conference reads no case paper, wherever its words might stand.
#include <algorithm>

#include "sim/checker.h"

namespace radslag::sim {
namespace {

// Whether a text stands anywhere in what a reader was told.
template <class T> bool tells(T const& told, std::string const& text) {
    if constexpr (std::same_as<T, std::string>) {
        return told.find(text) != std::string::npos;
    } else if constexpr (requires { T::fields; }) {
        return std::apply(
            [&](auto const&... field) { return (tells(told.*(field.at), text) || ...); },
            T::fields);
    } else if constexpr (requires { told.has_value(); }) {
        return told && tells(*told, text);
    } else if constexpr (requires { told.begin(); }) {
        return std::ranges::any_of(told, [&](auto const& one) { return tells(one, text); });
    } else {
        return false;
    }
}

class ClosedPapers final : public Checker {
public:
    ClosedPapers() : Checker("closed_papers") {}

    void looked(Looked const& looked) override {
        auto const& papers = looked.file.all<casepapers::Paper>();
        if (papers.empty() || !leads(looked)) return;
        auto const where = "no. " + std::to_string(looked.view.number) + " of " +
                           looked.book.model().id + ": a leader reads ";
        check(!looked.view.papers, where + "the case papers");
        for (auto const& paper : papers)
            check(!tells(looked.view, paper.text), where + "what a case paper says: " + paper.text);
    }

private:
    static bool leads(Looked const& looked) {
        bool leads = false;
        for (auto const& mine : looked.view.me) {
            auto const is = looked.book.function(mine.role);
            if (is == process::Function::case_worker || is == process::Function::approver)
                return false;
            leads = leads || is == process::Function::coordinator;
        }
        return leads;
    }
};

} // namespace

std::unique_ptr<Checker> watch_closed_papers() { return std::make_unique<ClosedPapers>(); }

} // namespace radslag::sim
