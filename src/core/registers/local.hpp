#pragma once
// A register as this partnership speaks of it: its title, labels and hints with
// the words that they mark ("[Agency]", terms::Words::say) said its way. Its
// keys, addresses and deeds stay.
#include "core/registers/register.hpp"
#include "core/terms/words.hpp"
#include <deque>

namespace openmasa::registers {

class LocalRegister {
public:
    LocalRegister(const Register& own, const terms::Words& words);
    LocalRegister(const LocalRegister&) = delete;
    LocalRegister& operator=(const LocalRegister&) = delete;

    /// Lives as long as this.
    const Register& operator*() const { return local_; }

private:
    std::string_view said(std::string_view marked, const terms::Words& words);

    std::deque<std::string> texts_;
    std::deque<std::vector<Choice>> choices_;
    std::vector<Column> columns_;
    Register local_;
};

} // namespace openmasa::registers
