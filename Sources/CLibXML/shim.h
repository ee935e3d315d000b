// libxml2's headers pull in those of ICU for a field that nobody here looks at; Foundation has an ICU of its own, and
// two of them cannot be in one program's modules.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
