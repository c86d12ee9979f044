#pragma once
// What a file from outside is: told by its bytes, never by what it is called.
#include "commands/commands.h"

namespace radslag::storage {

// By the bytes alone; nothing: none of those that may be kept, or one that could act by itself.
// A PDF's compressed parts are not looked into: whoever hands files out lets nothing act in them.
std::optional<commands::FileType> type_of(std::string_view bytes);
// `declared` as in a Content-Type. Codes: file.empty, file.too_large, file.type,
// file.not_what_it_says.
Result<commands::FileType> read_type(std::string_view declared, std::string_view bytes);
// The last part of a path, as a line that can be seen and put on any disk, ending as its type is
// called. Codes: file.name.
Result<std::string> read_file_name(std::string_view name, commands::FileType type);

} // namespace radslag::storage
