#pragma once
// A store whose troubles are told to those who look after the server: the log says "The disk is
// full" where the person at the browser is told to try again.
#include "commands/commands.h"
#include "server/log.h"

namespace radslag::server {

class TellingStore final : public commands::Store {
public:
    TellingStore(std::unique_ptr<commands::Store> inner, Log& log)
        : inner_(std::move(inner)), log_(log) {}

    Outcome<std::unique_ptr<commands::Reader>> read() override { return told(inner_->read()); }
    Outcome<bool> write(std::function<bool(commands::Writer&)> const& work) override {
        return told(inner_->write(work));
    }
    bool note(std::vector<commands::Looked> looks) override {
        if (inner_->note(std::move(looks))) return true;
        log_.fault("looks", "Too many wait to be written: nothing of people is shown.");
        return false;
    }
    Outcome<bool> write_notes() override { return told(inner_->write_notes()); }

private:
    template <class T> Outcome<T> told(Outcome<T> outcome) {
        if (!outcome) log_.fault("database", outcome.error().told + " " + outcome.error().logged);
        return outcome;
    }

    std::unique_ptr<commands::Store> inner_;
    Log& log_;
};

} // namespace radslag::server
