#include "store/writer.hpp"
#include "store/fault.hpp"
#include <chrono>
#include <thread>

namespace openmasa::store {

struct Writer::Group {
    int members = 0;
    bool finished = false;
    std::exception_ptr failure;
    std::condition_variable done;
};

Writer::Writer(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

void Writer::write(const std::function<bool(Connection&)>& work) {
    for (int attempt = 1;; ++attempt) {
        try {
            return write_once(work);
        } catch (const Fault& fault) {
            if (fault.kind() != Fault::Kind::conflict || attempt == most_attempts) throw;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{5 << attempt});
    }
}

void Writer::write_once(const std::function<bool(Connection&)>& work) {
    ++waiting_;
    std::unique_lock lock(turn_);
    --waiting_;
    std::exception_ptr refused;
    if (!group_) open_group();
    const auto group = group_;
    try {
        do_piece(work);
    } catch (...) {
        refused = std::current_exception();
    }
    ++group->members;
    if (!group->finished && (waiting_ == 0 || group->members >= largest_group)) commit_group();
    group->done.wait(lock, [&] { return group->finished; });
    if (refused) std::rethrow_exception(refused);
    if (group->failure) std::rethrow_exception(group->failure);
}

void Writer::open_group() {
    connection_->begin_writing();
    group_ = std::make_shared<Group>();
}

// The first has nobody before it whom its failure could spoil: it needs no savepoint, within which
// SQLite would go through all that was changed so far at each statement.
void Writer::do_piece(const std::function<bool(Connection&)>& work) {
    const bool is_first = group_->members == 0;
    if (!is_first) connection_->execute("SAVEPOINT piece");
    try {
        if (!work(*connection_))
            undo_piece(is_first);
        else if (!is_first)
            connection_->execute("RELEASE piece");
    } catch (...) {
        undo_piece(is_first);
        throw;
    }
}

void Writer::undo_piece(bool is_first) {
    // A full disk or a failed read ends the whole transaction: then nobody's piece is kept.
    if (!connection_->in_transaction()) {
        finish_group(std::make_exception_ptr(Fault(
            Fault::Kind::other, "The change was undone because another one in its group failed.")));
        return;
    }
    if (is_first) {
        connection_->execute("ROLLBACK");
        return finish_group(nullptr);
    }
    connection_->execute("ROLLBACK TO piece");
    connection_->execute("RELEASE piece");
}

void Writer::commit_group() {
    try {
        connection_->commit();
    } catch (...) {
        finish_group(std::current_exception());
        if (connection_->in_transaction()) connection_->execute("ROLLBACK");
        return;
    }
    finish_group(nullptr);
}

void Writer::finish_group(std::exception_ptr why) {
    group_->failure = why;
    group_->finished = true;
    group_->done.notify_all();
    group_.reset();
}

} // namespace openmasa::store
