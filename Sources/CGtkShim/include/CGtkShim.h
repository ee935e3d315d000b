#ifndef CGTK_SHIM_H
#define CGTK_SHIM_H

#include <glib-unix.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Everything here exists because Swift cannot say it: variadic functions, macros, and the one GObject
 * subclass that carries a Swift value. A NULL object is a widget that is gone: nothing happens. */

/* Objects and properties. Reason: g_object_new, _set and _get are variadic. */

/* A new object; `role` is a GtkAccessibleRole, or -1 to leave the type's own (it can't change later). */
gpointer shim_object_new (GType type, int role);
/* Sets a property of a boolean, integer, enumeration or flags type. */
void shim_set_int (gpointer object, const char *name, int value);
/* Sets a property of type double. */
void shim_set_double (gpointer object, const char *name, double value);
/* Sets a property of type string; NULL unsets it. */
void shim_set_string (gpointer object, const char *name, const char *value);
/* Sets a property that holds an object; NULL unsets it. */
void shim_set_object (gpointer object, const char *name, gpointer value);
/* Reads a property of a boolean, integer, enumeration or flags type; 0 from NULL. */
int shim_get_int (gpointer object, const char *name);
/* Reads a property of type double; 0 from NULL. */
double shim_get_double (gpointer object, const char *name);
/* Reads a property of type string: the caller frees it with g_free. NULL from NULL. */
char *shim_get_string (gpointer object, const char *name);
/* Reads a property that holds an object: the caller owns a reference, or gets NULL. */
gpointer shim_get_object (gpointer object, const char *name);
/* Emits a signal without arguments and without answer. Reason: g_signal_emit_by_name is variadic. */
void shim_emit (gpointer object, const char *signal);
/* Whether the object is an instance of the type. Reason: G_TYPE_CHECK_INSTANCE_TYPE is a macro. */
gboolean shim_is_a (gpointer object, GType type);

/* Accessibility. Reason: the gtk_accessible_update_* functions are variadic. */

/* Sets a text property (label, description, placeholder, value text…). */
void shim_accessible_text (gpointer widget, GtkAccessibleProperty property, const char *text);
/* Sets a number property (value now, lowest, highest). */
void shim_accessible_number (gpointer widget, GtkAccessibleProperty property, double value);
/* Sets an integer property (level). */
void shim_accessible_int (gpointer widget, GtkAccessibleProperty property, int value);
/* Sets a yes-or-no property (read only, required, multi-line). */
void shim_accessible_flag (gpointer widget, GtkAccessibleProperty property, gboolean value);
/* Sets a state whose value is a boolean, a tristate or an enumeration. */
void shim_accessible_state (gpointer widget, GtkAccessibleState state, int value);
/* Relates a widget to another (labelled by, described by…). */
void shim_accessible_relation (gpointer widget, GtkAccessibleRelation relation, gpointer other);

/* For tests: what GTK says when a text property is not as expected, freed by the caller with g_free; NULL when
 * it is. Reason: gtk_test_accessible_check_property is variadic. */
char *shim_accessible_mismatch (gpointer widget, GtkAccessibleProperty property, const char *expected);

/* Dialogs. Reason: gtk_message_dialog_new is variadic. */

/* A modal message with a title and a detail, without buttons. */
gpointer shim_message_dialog_new (gpointer parent, GtkMessageType type, const char *title, const char *detail);

/* Values. Reason: G_VALUE_HOLDS and the boxed types are macros. */

/* The files of a dropped GdkFileList, or NULL: the caller frees the list with g_slist_free. */
GSList *shim_value_files (const GValue *value);
/* The text of a dropped string, or NULL; owned by the value. */
const char *shim_value_text (const GValue *value);
/* The GType of a GdkFileList. Reason: GDK_TYPE_FILE_LIST is a macro. */
GType shim_type_file_list (void);
/* The GType of a string. Reason: G_TYPE_STRING is a macro. */
GType shim_type_string (void);
/* What a drag carries when it carries text. Reason: gdk_content_provider_new_typed is variadic. */
GdkContentProvider *shim_text_content (const char *text);

/* The row: a GObject with one Swift value, released when the row is finalized. */

/* The type of rows. */
GType shim_row_get_type (void);
/* A new row that owns `value`, and gives it to `release` at the end. */
gpointer shim_row_new (gpointer value, GDestroyNotify release);
/* The value of a row; borrowed. NULL from anything that is not a row. */
gpointer shim_row_get_value (gpointer row);

/* The places of a table's rows: things that stay the same while the rows in them become others. Reason: a list model of our
   own is a GObject type. */

/* A list without places. */
gpointer shim_places_new (void);
/* Makes it a list of so many places; those at its end come and go. */
void shim_places_set_count (gpointer list, guint count);

/* Lists. Reason: GTK 4.8 tells no number of rows, which later versions need no more. */

/* Has a list view keep widgets for `rows` rows around the ones in sight, from the next model on: GTK 4.8 keeps them for
   200, of which it draws all in each frame, also those that are scrolled out of sight. Says whether it could: any other
   version of GTK is left as it is. */
gboolean shim_list_keep_rows (gpointer list, guint rows);

/* Signals of the system. Reason: glib-unix.h is not among the headers of GTK's module. */

/* Runs `function` in the main loop each time the process gets the signal; `destroy` ends it with `data`. */
guint shim_on_unix_signal (int number, GSourceFunc function, gpointer data, GDestroyNotify destroy);

/* libdispatch's main queue, as CoreFoundation's run loop sees it (exported, without a public header). */

/* The eventfd that becomes readable when the main queue has work. */
int _dispatch_get_main_queue_port_4CF (void);
/* Runs what waits on the main queue. */
void _dispatch_main_queue_callback_4CF (void *message);

G_END_DECLS

#endif
