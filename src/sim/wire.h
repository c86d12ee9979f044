#pragma once
// How those who play reach the commands: what a client's requests go through.
#include "commands/commands.h"

namespace radslag::sim {

class Wire {
public:
    virtual ~Wire() = default;
    virtual commands::Answer<commands::view::CaseView> look(commands::Caller const& who,
                                                            CaseId const& id) = 0;
    // Without a case: one that begins (open_case, refer).
    virtual commands::Answer<commands::view::Done> send(commands::Caller const& who,
                                                        std::optional<CaseId> const& id,
                                                        std::string const& act,
                                                        commands::Request const& request) = 0;
    virtual commands::Answer<commands::view::LogView> read_log(commands::Caller const& who,
                                                               CaseId const& id) = 0;
};

// Nothing is lost on the way.
class StraightWire : public Wire {
public:
    explicit StraightWire(commands::World const& world) : world_(world) {}
    commands::Answer<commands::view::CaseView> look(commands::Caller const& who,
                                                    CaseId const& id) override;
    commands::Answer<commands::view::Done> send(commands::Caller const& who,
                                                std::optional<CaseId> const& id,
                                                std::string const& act,
                                                commands::Request const& request) override;
    commands::Answer<commands::view::LogView> read_log(commands::Caller const& who,
                                                       CaseId const& id) override;

private:
    commands::World const& world_;
};

} // namespace radslag::sim
