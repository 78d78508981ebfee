#pragma once
// The zip archive that a Word file is, opened with limits: nobody's upload decides how much memory
// is used. Source of the layout: ECMA-376 part 2 (packages, relationships).
#include "kernel/result.hpp"
#include <memory>
#include <string>
#include <string_view>

namespace openmasa::word {

class Archive {
public:
    /// Refuses what is not a zip archive, is protected, is damaged, or declares too much.
    /// `bytes` must outlive the archive.
    static Result<Archive> open(std::string_view bytes);

    bool has(const std::string& part) const;
    /// The text of a part, "word/document.xml"; empty when there is none. Refuses a part that is
    /// larger than the limit, whatever size it declares, or that is damaged.
    Result<std::string> read(const std::string& part) const;

private:
    struct Zip;
    explicit Archive(std::shared_ptr<Zip> zip) : zip_(std::move(zip)) {}
    std::shared_ptr<Zip> zip_;
};

/// The parts of a Word document that carry meaning; all but the first may be empty.
struct Parts {
    std::string document, styles, numbering;
};

/// Finds and reads them by their relationships, as Word does.
Result<Parts> read_parts(std::string_view bytes);

} // namespace openmasa::word
