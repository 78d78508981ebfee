#pragma once
// The memory that the bodies of all requests take together, so that no number of clients can make
// the server hold more than it was given. What counts is memory that is held, as it grows: a length
// that is only declared takes nothing. For the I/O thread alone.
#include <cstddef>
#include <string>

namespace openmasa::http {

/// The rule: a quarter of the budget is kept for bodies that hold at most this much, so that forms
/// get through while uploads use up the rest.
inline constexpr std::size_t small_body = 256 * 1024;

class BodyBudget {
public:
    explicit BodyBudget(std::size_t most) : most_(most) {}
    /// Takes that much for one body. False, and nothing is taken, when it does not fit.
    bool take(std::size_t bytes);
    void give_back(std::size_t bytes) { taken_ -= bytes; }
    std::size_t taken() const { return taken_; }

private:
    std::size_t most_;
    std::size_t taken_ = 0;
};

/// What one body holds of the budget; given back at the latest when this ends.
class BodyRoom {
public:
    BodyRoom(BodyBudget& budget, std::string& body) : budget_(budget), body_(body) {}
    BodyRoom(const BodyRoom&) = delete;
    BodyRoom& operator=(const BodyRoom&) = delete;
    ~BodyRoom() { budget_.give_back(taken_); }

    /// Lets the body become `size` long without further memory; it will never be longer than
    /// `most`. False, and the body is as before, when the budget does not allow it.
    bool grow(std::size_t size, std::size_t most);
    /// Frees the body's memory and gives it back.
    void end();

private:
    BodyBudget& budget_;
    std::string& body_;
    std::size_t taken_ = 0;
};

} // namespace openmasa::http
