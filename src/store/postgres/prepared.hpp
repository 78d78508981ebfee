#pragma once
// One statement of a connection: prepared at its first run, when the kinds of its arguments are
// known. Arguments go as bytes with their length, so that a zero byte in a text is refused by the
// server and never cuts the text short. Rows come as text, and one by one where a transaction only
// reads: a list as long as you like is never in memory as a whole. When another statement wants the
// connection meanwhile, what is left of the rows is kept until they are asked for.
#include "store/statement.hpp"
#include <memory>
#include <string>
#include <vector>

namespace openmasa::store::postgres {

class Connection;

class Prepared {
public:
    Prepared(Connection& connection, std::string name, std::string_view text);
    ~Prepared();
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    void bind(int number, std::int64_t value);
    void bind(int number, Kind kind, std::string_view value);
    void bind_null(int number, Kind kind);
    bool step();
    void reset();

    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    std::string_view text(int column) const;
    int columns() const;
    const char* name(int column) const;
    bool is_running() const;
    /// The server may forget it too.
    void forget();
    /// Keeps the rows that are still on their way.
    void take_the_rest();

private:
    struct Argument {
        Kind kind = Kind::text;
        bool is_null = true;
        std::string value;
    };
    struct Inside;
    Argument& argument(int number);
    void prepare();
    void run();
    void take_all();
    bool fetch();

    Connection& connection_;
    std::string name_, text_;
    std::vector<Argument> arguments_;
    std::unique_ptr<Inside> inside_;
};

} // namespace openmasa::store::postgres
