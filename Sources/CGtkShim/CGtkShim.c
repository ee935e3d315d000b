#include "CGtkShim.h"

gpointer
shim_object_new (GType type, int role)
{
  if (role < 0)
    return g_object_new (type, NULL);
  return g_object_new (type, "accessible-role", role, NULL);
}

void
shim_set_int (gpointer object, const char *name, int value)
{
  if (object != NULL)
    g_object_set (object, name, value, NULL);
}

void
shim_set_double (gpointer object, const char *name, double value)
{
  if (object != NULL)
    g_object_set (object, name, value, NULL);
}

void
shim_set_string (gpointer object, const char *name, const char *value)
{
  if (object != NULL)
    g_object_set (object, name, value, NULL);
}

void
shim_set_object (gpointer object, const char *name, gpointer value)
{
  if (object != NULL)
    g_object_set (object, name, value, NULL);
}

int
shim_get_int (gpointer object, const char *name)
{
  int value = 0;

  if (object != NULL)
    g_object_get (object, name, &value, NULL);
  return value;
}

double
shim_get_double (gpointer object, const char *name)
{
  double value = 0;

  if (object != NULL)
    g_object_get (object, name, &value, NULL);
  return value;
}

char *
shim_get_string (gpointer object, const char *name)
{
  char *value = NULL;

  if (object != NULL)
    g_object_get (object, name, &value, NULL);
  return value;
}

gpointer
shim_get_object (gpointer object, const char *name)
{
  gpointer value = NULL;

  if (object != NULL)
    g_object_get (object, name, &value, NULL);
  return value;
}

void
shim_emit (gpointer object, const char *signal)
{
  if (object != NULL)
    g_signal_emit_by_name (object, signal);
}

gboolean
shim_is_a (gpointer object, GType type)
{
  return object != NULL && G_TYPE_CHECK_INSTANCE_TYPE (object, type);
}

void
shim_accessible_text (gpointer widget, GtkAccessibleProperty property, const char *text)
{
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), property, text, -1);
}

void
shim_accessible_number (gpointer widget, GtkAccessibleProperty property, double value)
{
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), property, value, -1);
}

void
shim_accessible_int (gpointer widget, GtkAccessibleProperty property, int value)
{
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), property, value, -1);
}

void
shim_accessible_flag (gpointer widget, GtkAccessibleProperty property, gboolean value)
{
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), property, value, -1);
}

void
shim_accessible_state (gpointer widget, GtkAccessibleState state, int value)
{
  if (widget != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), state, value, -1);
}

void
shim_accessible_relation (gpointer widget, GtkAccessibleRelation relation, gpointer other)
{
  if (widget != NULL && other != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), relation, other, NULL, -1);
}

char *
shim_accessible_mismatch (gpointer widget, GtkAccessibleProperty property, const char *expected)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, expected);
}

gpointer
shim_message_dialog_new (gpointer parent, GtkMessageType type, const char *title, const char *detail)
{
  GtkWidget *dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              type, GTK_BUTTONS_NONE, "%s", title);

  if (detail != NULL)
    gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", detail);
  return dialog;
}

GSList *
shim_value_files (const GValue *value)
{
  if (value == NULL || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return NULL;
  return gdk_file_list_get_files (g_value_get_boxed (value));
}

const char *
shim_value_text (const GValue *value)
{
  if (value == NULL || !G_VALUE_HOLDS_STRING (value))
    return NULL;
  return g_value_get_string (value);
}

GType
shim_type_file_list (void)
{
  return GDK_TYPE_FILE_LIST;
}

GType
shim_type_string (void)
{
  return G_TYPE_STRING;
}

GdkContentProvider *
shim_text_content (const char *text)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

typedef struct
{
  GObject parent;
  gpointer value;
  GDestroyNotify release;
} ShimRow;

typedef GObjectClass ShimRowClass;

G_DEFINE_TYPE (ShimRow, shim_row, G_TYPE_OBJECT)

static void
shim_row_finalize (GObject *object)
{
  ShimRow *row = (ShimRow *) object;

  if (row->release != NULL)
    row->release (row->value);
  G_OBJECT_CLASS (shim_row_parent_class)->finalize (object);
}

static void
shim_row_class_init (ShimRowClass *class)
{
  class->finalize = shim_row_finalize;
}

static void
shim_row_init (ShimRow *row)
{
}

gpointer
shim_row_new (gpointer value, GDestroyNotify release)
{
  ShimRow *row = g_object_new (shim_row_get_type (), NULL);

  row->value = value;
  row->release = release;
  return row;
}

gpointer
shim_row_get_value (gpointer row)
{
  if (row == NULL || !G_TYPE_CHECK_INSTANCE_TYPE (row, shim_row_get_type ()))
    return NULL;
  return ((ShimRow *) row)->value;
}

typedef struct
{
  GObject parent;
  GPtrArray *places;
  guint count;
} ShimPlaces;

typedef GObjectClass ShimPlacesClass;

static void shim_places_list_init (GListModelInterface *list);

G_DEFINE_TYPE_WITH_CODE (ShimPlaces, shim_places, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, shim_places_list_init))

static GType
shim_places_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
shim_places_count (GListModel *list)
{
  return ((ShimPlaces *) list)->count;
}

static gpointer
shim_places_item (GListModel *list, guint position)
{
  ShimPlaces *self = (ShimPlaces *) list;

  if (position >= self->count)
    return NULL;
  if (position >= self->places->len)
    g_ptr_array_set_size (self->places, position + 1);
  if (self->places->pdata[position] == NULL)
    self->places->pdata[position] = g_object_new (G_TYPE_OBJECT, NULL);
  return g_object_ref (self->places->pdata[position]);
}

static void
shim_places_list_init (GListModelInterface *list)
{
  list->get_item_type = shim_places_item_type;
  list->get_n_items = shim_places_count;
  list->get_item = shim_places_item;
}

static void
shim_places_finalize (GObject *object)
{
  g_ptr_array_unref (((ShimPlaces *) object)->places);
  G_OBJECT_CLASS (shim_places_parent_class)->finalize (object);
}

static void
shim_places_class_init (ShimPlacesClass *class)
{
  class->finalize = shim_places_finalize;
}

static void
shim_place_free (gpointer place)
{
  if (place != NULL)
    g_object_unref (place);
}

static void
shim_places_init (ShimPlaces *self)
{
  self->places = g_ptr_array_new_with_free_func (shim_place_free);
}

gpointer
shim_places_new (void)
{
  return g_object_new (shim_places_get_type (), NULL);
}

void
shim_places_set_count (gpointer list, guint count)
{
  ShimPlaces *self = list;
  guint former = self->count;

  if (count == former)
    return;
  self->count = count;
  if (count < self->places->len)
    g_ptr_array_set_size (self->places, count);
  if (count < former)
    g_list_model_items_changed (G_LIST_MODEL (self), count, former - count, 0);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), former, 0, count - former);
}

/* The beginning of GtkListBasePrivate as GTK 4.8 has it. */
typedef struct
{
  gpointer item_manager;
  gpointer model;
  GtkOrientation orientation;
  gpointer adjustment[2];
  GtkScrollablePolicy scroll_policy[2];
  gpointer anchor;
  double anchor_align[2];
  GtkPackType anchor_side[2];
  guint center_widgets;
  guint above_below_widgets;
} ShimListBase;

gboolean
shim_list_keep_rows (gpointer list, guint rows)
{
  GType base = g_type_from_name ("GtkListBase");
  ShimListBase *private;
  guint known;

  if (gtk_get_major_version () != 4 || gtk_get_minor_version () != 8 || base == 0 || !shim_is_a (list, base))
    return FALSE;
  private = g_type_instance_get_private (list, base);
  known = GPOINTER_TO_UINT (g_object_get_data (list, "barometro-rows"));
  if (private->center_widgets != (known != 0 ? known : 200) || private->above_below_widgets != 2)
    return FALSE;
  private->center_widgets = rows;
  g_object_set_data (list, "barometro-rows", GUINT_TO_POINTER (rows));
  return TRUE;
}

guint
shim_on_unix_signal (int number, GSourceFunc function, gpointer data, GDestroyNotify destroy)
{
  return g_unix_signal_add_full (G_PRIORITY_DEFAULT, number, function, data, destroy);
}
