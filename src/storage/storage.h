#pragma once
// The Store port on SQLite: one file, one writer thread that commits for all who wait, a pool of
// readers that each see one moment.
//
// What is answered is on disk (WAL, synchronous=FULL). Trouble with disk or file is a Fault at
// open(), read() and write(); inside a Reader's own functions it is an exception (std::exception),
// which write() turns into a Fault too. What the tables forbid (a row twice, a case under another
// organisation, an act done before) is a Bug.
#include <memory>
#include <string>

#include "commands/commands.h"

namespace radslag::storage {

struct Options {
    std::string path; // of the database file; its folder is there already
    int readers = 4;  // connections kept for reading; more are opened while more are asked for
    bool durable = true; // false: quick, and what was answered can be lost; never for real data
};

// Opens the file, makes it if there is none, and brings its tables up to date. A Fault: no such
// folder, read-only, full, not a database of ours, made by a newer program, a migration changed
// after it was applied.
Outcome<std::unique_ptr<commands::Store>> open_sqlite(Options const& options);

} // namespace radslag::storage
