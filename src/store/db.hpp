#pragma once
// The database as the rest of the program sees it.
//
//   Database   the file or the server: one writer that commits in groups, one read connection a
//              handle
//   Db         a handle for one worker: reads see one moment's state; writes go through
//   atomically()
//
//     auto plan = db.one(find_plan, id);
//     return db.atomically([&]() -> Result<Done> { ... db.run(save_plan, ...); return Done{}; });
#include "kernel/result.hpp"
#include "store/connection.hpp"
#include "store/fault.hpp"
#include "store/lens.hpp"
#include "store/memory.hpp"
#include "store/query.hpp"
#include <fmt/format.h>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <unordered_map>
#include <utility>
#include <vector>

namespace openmasa::store {

class Writer;

class Database {
public:
    /// `address` is "sqlite:PATH" or "postgresql://...". Opens it, or creates it when `create` is
    /// set (on PostgreSQL: the tables, in a database that is there); throws Fault.
    enum class Opening { existing, create };
    Database(const std::string& address, Opening opening);
    ~Database();
    /// Where it is, for people: the file's path, or the server's address without a password.
    const std::string& place() const { return place_; }
    /// The file that holds it; empty when a server does.
    std::string file() const;
    Writer& writer() { return *writer_; }
    Memory& memory() { return memory_; }
    std::unique_ptr<Connection> new_reader() const;
    /// What the engine's own checks find broken; empty when all is well.
    std::vector<std::string> damage() const;

private:
    std::string address_, place_;
    std::unique_ptr<Writer> writer_;
    Memory memory_;
};

class Db {
public:
    explicit Db(Database& database);
    ~Db();
    Db(const Db&) = delete;
    Db& operator=(const Db&) = delete;

    /// Every row, in the query's order.
    template<class Row, class... Args>
    std::vector<Row> all(const Query<Row(Args...)>& query,
                         const std::type_identity_t<Args>&... args) {
        std::vector<Row> rows;
        each(
            query, [&](Row&& row) { rows.push_back(std::move(row)); }, args...);
        return rows;
    }
    /// The first row, if there is one.
    template<class Row, class... Args>
    std::optional<Row> one(const Query<Row(Args...)>& query,
                           const std::type_identity_t<Args>&... args) {
        Running running(begin(query.name, query.text));
        bind_all(running.statement, args...);
        if (!running.statement.step()) return std::nullopt;
        return read_row<Row>(running.statement);
    }
    /// Hands each row to `take`; text in the row may be a view that lives until the next row.
    template<class Row, class... Args, class Take>
    void each(const Query<Row(Args...)>& query, Take take,
              const std::type_identity_t<Args>&... args) {
        Running running(begin(query.name, query.text));
        bind_all(running.statement, args...);
        while (running.statement.step()) take(read_row<Row>(running.statement));
    }
    template<class Row, class Take> void each(const ComposedQuery<Row>& query, Take take) {
        Running running(begin(query.name(), query.text()));
        query.bind_all(running.statement);
        while (running.statement.step()) take(read_row<Row>(running.statement));
    }
    template<class Row> std::vector<Row> all(const ComposedQuery<Row>& query) {
        std::vector<Row> rows;
        each(query, [&](Row&& row) { rows.push_back(std::move(row)); });
        return rows;
    }
    /// A change; gives how many rows it touched. Only inside atomically().
    template<class... Args>
    int run(const Query<None(Args...)>& query, const std::type_identity_t<Args>&... args) {
        Running running(begin_change(query.name, query.text));
        bind_all(running.statement, args...);
        running.statement.step();
        return changes();
    }

    /// Statements without arguments or rows (a migration). Only inside atomically().
    void execute(const std::string& sql);

    /// Runs `work` in a transaction of its own: all of it is kept and on the disk when this
    /// returns a value, none of it when it returns a refusal or throws. Inside, this same handle
    /// reads and writes through the writer. Not to be nested. On PostgreSQL `work` may be run again
    /// from its start: it changes nothing but the database.
    template<class Work> auto atomically(Work work) -> std::invoke_result_t<Work> {
        std::optional<std::invoke_result_t<Work>> result;
        write([&] {
            result.emplace(work());
            return static_cast<bool>(*result);
        });
        return std::move(*result);
    }

    /// What `make()` gives, made anew only when `stamp` is another than the last time (see Memory).
    /// Read the stamp through this handle, so that it and the rows are of one moment. Inside
    /// atomically() nothing is kept: what is not yet saved may never be. Nor where look_through()
    /// shows another time. What guard_with() hides is part of the key: only those from whom the
    /// same is hidden share a value.
    template<class Value, class Make>
    std::shared_ptr<const Value> remembered(const std::string& key, const std::string& stamp,
                                            Make make) {
        if (is_chosen_ && lens_) return std::make_shared<const Value>(make());
        return keep<Value>(lens_ ? fmt::format("{} through {}", key, lens_->number()) : key, stamp,
                           make);
    }

    /// The same, also where look_through() shows another time: those who see the same share a
    /// value. What was true on a day is put right later on too: the stamp is another one after any
    /// change that may be seen through a lens, such as the newest audit entry.
    template<class Value, class Make>
    std::shared_ptr<const Value> remembered_as_seen(const std::string& key,
                                                    const std::string& stamp, Make make) {
        return keep<Value>(lens_ ? key + lens_->lens().words() : key, stamp, make);
    }

    /// What `make()` gives, made once for the moment that is being read, whatever is looked
    /// through: for the program's own bookkeeping. Inside atomically() it is made each time.
    template<class Value, class Make>
    std::shared_ptr<const Value> once(const std::string& key, Make make) {
        if (writing_) return std::make_shared<const Value>(make());
        auto& known = moment_[typeid(Value).name() + ("/" + key)];
        if (!known) known = std::make_shared<const Value>(make());
        return std::static_pointer_cast<const Value>(known);
    }

    /// From now on until finish() every read sees what the lens shows, inside atomically() too;
    /// changes do not. Nothing is remembered meanwhile.
    /// What guard_with() hides stays hidden.
    void look_through(Lens lens);
    /// Until finish() this lens is on top of every other: nothing that it hides can be seen through
    /// one that is chosen later.
    void guard_with(std::shared_ptr<const ReadyLens> guard);
    /// What reads see now; an empty one when they see the tables themselves.
    Lens lens() const { return lens_ ? lens_->lens() : Lens(); }
    /// While it lives, reads see the tables themselves: for the program's own bookkeeping.
    class Plainly {
    public:
        explicit Plainly(Db& db) : db_(db), lens_(std::exchange(db.lens_, nullptr)) {}
        ~Plainly() { std::swap(db_.lens_, lens_); }
        Plainly(const Plainly&) = delete;
        Plainly& operator=(const Plainly&) = delete;

    private:
        Db& db_;
        std::shared_ptr<const ReadyLens> lens_;
    };

    Engine engine() const { return reader_->engine(); }
    /// Statements run by this handle since it was made or reset (a page's budget counts them).
    int statements() const { return statements_; }
    /// Lets go of the moment that is being read, while something slow is done; the next read sees
    /// the newest state, through the same lens.
    void rest() { end_reading(); }
    /// The end of one request: the next read sees the newest state.
    void finish();

private:
    friend class Tables; // copies rows without knowing what they are
    template<class Value, class Make>
    std::shared_ptr<const Value> keep(const std::string& key, const std::string& stamp, Make make) {
        if (writing_) return std::make_shared<const Value>(make());
        auto& memory = database_.memory();
        const auto name = typeid(Value).name() + ("/" + key);
        if (auto found = memory.find(name, stamp))
            return std::static_pointer_cast<const Value>(std::move(found));
        auto made = std::make_shared<const Value>(make());
        memory.keep(name, stamp, made);
        return made;
    }
    struct Running {
        Statement statement;
        explicit Running(Statement s) : statement(s) {}
        ~Running() { statement.reset(); }
        Running(const Running&) = delete;
        Running& operator=(const Running&) = delete;
    };
    template<class... Args> static void bind_all(Statement& statement, const Args&... args) {
        int number = 0;
        (bind(statement, ++number, args), ...);
    }
    Statement begin(std::string_view name, std::string_view text);
    Statement prepare(std::string_view name, std::string_view text);
    Statement begin_change(std::string_view name, std::string_view text);
    int changes() const;
    void write(const std::function<bool()>& work);

    Database& database_;
    std::unique_ptr<Connection> reader_;
    Connection* writing_ = nullptr;
    void end_reading();
    bool reading_ = false;
    /// Kept by once(); gone when the moment ends.
    std::unordered_map<std::string, std::shared_ptr<const void>> moment_;
    std::shared_ptr<const ReadyLens> lens_, guard_; // none when reads see the tables themselves
    bool is_chosen_ = false;                        // by look_through()
    int statements_ = 0;
};

} // namespace openmasa::store
