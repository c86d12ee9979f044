#pragma once
// The Store: the desk that writes and the readers' connections.
#include "storage/desk.h"
#include "storage/files.h"
#include "storage/migrations.h"
#include "storage/seals.h"
#include "storage/storage.h"

namespace radslag::storage {

// Connections for reading, kept warm. More are opened while more are asked for, so that nobody
// waits for a reader that they hold themselves.
class ReaderPool {
public:
    ReaderPool(std::string path, std::size_t keep, std::shared_ptr<Keyring> ring)
        : path_(std::move(path)), keep_(keep), ring_(std::move(ring)) {}
    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> db);

private:
    std::string path_;
    std::size_t keep_;
    std::shared_ptr<Keyring> ring_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> free_;
};

class SqliteStore final : public Database {
public:
    SqliteStore(std::unique_ptr<Connection> writer, std::shared_ptr<ReaderPool> readers,
                std::unique_ptr<FileFolder> files)
        : files_(std::move(files)),
          desk_(std::move(writer), [this](std::string const& gone) { files_->remove(gone); }),
          notes_(desk_),
          readers_(std::move(readers)) {}

    Outcome<std::unique_ptr<commands::Reader>> read() override;
    Outcome<bool> write(Work const& work) override { return desk_.run(work); }
    bool note(std::vector<commands::Looked> looks) override { return notes_.add(std::move(looks)); }
    Outcome<bool> write_notes() override { return notes_.write(); }
    Outcome<trail::Checkpoint> next_checkpoint(Instant now) override;
    Outcome<std::optional<Instant>> last_checkpoint() override;
    Outcome<bool> keep_checkpoint(trail::Checkpoint const& checkpoint,
                                  trail::Hash const& of_its_text) override;
    Outcome<bool> wipe() override { return desk_.wipe(); }

    Outcome<Result<commands::KeptFile>> bring(OrganisationId const& organisation, CaseId const& of,
                                              std::string_view name, std::string_view type,
                                              std::string_view bytes, Instant now) override;
    void drop(commands::KeptFile const& file) override { files_->remove(file.stored_as); }
    Outcome<std::string> open(commands::KeptFile const& file) override;

    [[nodiscard]] Desk const& desk() const { return desk_; }

private:
    template <class Asked> Outcome<Asked> ask(Asked (*question)(Connection&));

    std::unique_ptr<FileFolder> files_;
    Desk desk_;
    Notes notes_; // after the desk: it writes there until the end
    std::shared_ptr<ReaderPool> readers_; // readers may outlive the store
};

// With another list of migrations, for tests.
Outcome<std::unique_ptr<SqliteStore>> open_with(Options const& options,
                                                std::vector<Migration> const& migrations);

} // namespace radslag::storage
