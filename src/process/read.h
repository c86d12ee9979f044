#pragma once
// The parts of reading model.toml, one function per subject.
#include "process/fields.h"

namespace radslag::process {

void read_who(Reading& reading, Fields& root, Model& model);     // roles, consents, deciders
void read_intake(Reading& reading, Fields& root, Model& model);  // intakes, criteria, committee
void read_journey(Reading& reading, Fields& root, Model& model); // stages, stops, deadlines
void read_meetings(Reading& reading, Fields& root, Model& model);
void read_work(Reading& reading, Fields& root, Model& model);   // preparation, questions, plan …
void read_rights(Reading& reading, Fields& root, Model& model); // who may, who sees
// Of the strength method and nothing else; named as a source, but by no rule that is asked.
std::vector<std::string> unasked_statements(Model const& model, Requirements const& requirements);
std::vector<Need> read_needs(Reading& reading, Fields& around, std::string const& prefix);

// Hands each table of a [[list]] to `read`, complains of ids that come twice and of unknown keys.
template <class Read>
void each_table(Reading& reading, Fields& around, std::string const& key, Read read) {
    std::set<std::string> seen;
    int count = 0;
    for (Node const* table : around.tables(key)) {
        ++count;
        Node const* id = table->find("id");
        bool named = id != nullptr && id->kind == Node::Kind::text;
        Fields fields(reading, *table,
                      named ? "the " + key + " " + quoted(id->text)
                            : "the " + key + " number " + std::to_string(count));
        read(fields);
        fields.done();
        if (named && !seen.insert(id->text).second)
            reading.complain(id->place, "There are two of the name " + quoted(id->text) + ".",
                             "Give each " + key + " its own id.");
    }
}

// Hands a single [table] to `read`; false when there is none.
template <class Read>
bool one_table(Reading& reading, Fields& around, std::string const& key, Read read) {
    Node const* table = around.ask(key);
    if (table == nullptr) return false;
    if (table->kind != Node::Kind::table) {
        around.complain(key, "`" + key + "` is " + std::string(kind_name(*table)) + ".",
                        "Write it as one table, [" + key + "].");
        return false;
    }
    Fields fields(reading, *table, "[" + key + "]");
    read(fields);
    fields.done();
    return true;
}

} // namespace radslag::process
