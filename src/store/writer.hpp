#pragma once
// The one writer. Callers take turns on its connection, each but the first in a savepoint of its
// own, so that one failure spoils nobody else's; whoever comes last in a row commits for all (group
// commit), and nobody is told "saved" before that commit is on the disk. On PostgreSQL the writers
// of several processes take turns as well (docs/decisions/0008).
#include "store/connection.hpp"
#include <atomic>
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace openmasa::store {

class Writer {
public:
    explicit Writer(std::unique_ptr<Connection> connection);

    /// Runs `work` on the writing connection. `work` gives whether to keep what it did; what it
    /// throws undoes it and is thrown on. Returns when the commit that holds it has succeeded;
    /// throws Fault when it did not. When another transaction was in its way
    /// (Fault::Kind::conflict) all of `work` is done again, a few times. `work` must not call
    /// write() itself.
    void write(const std::function<bool(Connection&)>& work);

private:
    struct Group;
    void write_once(const std::function<bool(Connection&)>& work);
    void open_group();
    void do_piece(const std::function<bool(Connection&)>& work);
    void undo_piece(bool is_first);
    void commit_group();
    void finish_group(std::exception_ptr why);

    static constexpr int largest_group = 64, most_attempts = 6;
    std::mutex turn_;
    std::atomic<int> waiting_{0};
    std::shared_ptr<Group> group_;
    std::unique_ptr<Connection> connection_;
};

} // namespace openmasa::store
