/* What compiled code does a million times a second, done in fewer steps; read before each module. */
#include <CPy.h>
#include <structmember.h>
#include <stddef.h>

/* So that the compiler knows what runs on errors alone. */
__attribute__((cold)) void CPy_AddTraceback(const char *, const char *, int, PyObject *);
__attribute__((cold)) void CPy_TypeErrorTraceback(
    const char *, const char *, int, PyObject *, const char *, PyObject *);
__attribute__((cold)) void CPy_TypeError(const char *, PyObject *);

/* Types of Python 3.11 to 3.14 have a number that changes with them, which its own interpreter asks
   for the same end (LOAD_ATTR_SLOT); without the lock of the interpreter nothing here is safe. */
#if PY_VERSION_HEX >= 0x030B0000 && PY_VERSION_HEX < 0x030F0000 \
    && !defined(Py_GIL_DISABLED) && !defined(PYPY_VERSION)

/* Where the attribute asked for at one place of the code lies in objects of the type met last, and
   how often it may still be sought anew where others are met. */
typedef struct {
    unsigned int type;
    int spent;
    Py_ssize_t offset;
} WaqaiSlot;

#define WAQAI_TRIES 8

/* One of each in all modules. */
#define WAQAI_ONCE __attribute__((weak, visibility("hidden"), noinline))

/* Offset of a named attribute of a value or of a named tuple; -1: it is another kind of attribute. */
WAQAI_ONCE Py_ssize_t
waqai_offset(PyTypeObject *type, PyObject *name)
{
    Py_ssize_t offset = -1;
    /* Asked of the type, what tells where an attribute lies gives itself. */
    PyObject *told = PyObject_GetAttr((PyObject *)type, name);
    if (told == NULL) {
        PyErr_Clear();
        return -1;
    }
    if (Py_IS_TYPE(told, &PyMemberDescr_Type)) {
        PyMemberDef *member = ((PyMemberDescrObject *)told)->d_member;
        if (member->type == T_OBJECT_EX && !(member->flags & PY_AUDIT_READ)) {
            offset = member->offset;
        }
    }
    else if (PyType_FastSubclass(type, Py_TPFLAGS_TUPLE_SUBCLASS)
             && strcmp(Py_TYPE(told)->tp_name, "_collections._tuplegetter") == 0) {
        /* (its class, (index, docstring)) */
        PyObject *made = PyObject_CallMethod(told, "__reduce__", NULL);
        PyObject *index = NULL;
        if (made != NULL && PyTuple_Check(made) && PyTuple_GET_SIZE(made) == 2) {
            index = PySequence_GetItem(PyTuple_GET_ITEM(made, 1), 0);
        }
        Py_ssize_t at = index != NULL ? PyLong_AsSsize_t(index) : -1;
        if (at >= 0) {
            offset = (Py_ssize_t)offsetof(PyTupleObject, ob_item)
                     + at * (Py_ssize_t)sizeof(PyObject *);
        }
        Py_XDECREF(index);
        Py_XDECREF(made);
        PyErr_Clear();
    }
    Py_DECREF(told);
    return offset;
}

/* The attribute of an object of another type than that met last. */
WAQAI_ONCE PyObject *
waqai_sought(PyObject *held, PyObject *name, WaqaiSlot *slot)
{
    if (PyModule_CheckExact(held)) {
        PyObject *value = PyDict_GetItemWithError(PyModule_GetDict(held), name);
        if (value != NULL) {
            Py_INCREF(value);
            return value;
        }
        PyErr_Clear();
    }
    PyObject *value = PyObject_GetAttr(held, name);
    PyTypeObject *type = Py_TYPE(held);
    if (value != NULL && slot->spent < WAQAI_TRIES
        && type->tp_getattro == PyObject_GenericGetAttr && type->tp_version_tag != 0) {
        slot->spent += 1;
        slot->offset = waqai_offset(type, name);
        slot->type = slot->offset >= 0 ? type->tp_version_tag : 0;
    }
    return value;
}

static inline PyObject *
waqai_attribute(PyObject *held, PyObject *name, WaqaiSlot *slot)
{
    if (slot->type != 0 && Py_TYPE(held)->tp_version_tag == slot->type) {
        PyObject *value = *(PyObject **)((char *)held + slot->offset);
        if (value != NULL) {
            Py_INCREF(value);
            return value;
        }
    }
    return waqai_sought(held, name, slot);
}

#define PyObject_GetAttr(held, name)                 \
    ({                                               \
        static WaqaiSlot waqai_slot;                 \
        waqai_attribute((held), (name), &waqai_slot); \
    })

/* The interpreter keeps the whole numbers up to 256; tokens of a report are counted further. */
#define WAQAI_NUMBERS 4096
__attribute__((common, visibility("hidden"))) PyObject *waqai_numbers[WAQAI_NUMBERS];

/* A number as an object; the small ones are made once. */
WAQAI_ONCE PyObject *
waqai_number(CPyTagged number)
{
    if ((number & 1) != 0 || (number >> 1) >= WAQAI_NUMBERS) {
        return CPyTagged_StealAsObject(number);
    }
    PyObject *kept = waqai_numbers[number >> 1];
    if (kept == NULL) {
        kept = CPyTagged_StealAsObject(number);
        waqai_numbers[number >> 1] = kept;
    }
    Py_XINCREF(kept);
    return kept;
}

#define CPyTagged_StealAsObject(number) waqai_number(number)

/* What stands under a key in a dictionary of ours, which works out what it lacks (__missing__), is
   found as in any other. */
WAQAI_ONCE PyObject *
waqai_item(PyObject *held, PyObject *key)
{
    if (!PyDict_CheckExact(held) && PyDict_Check(held)
        && Py_TYPE(held)->tp_as_mapping->mp_subscript == PyDict_Type.tp_as_mapping->mp_subscript) {
        PyObject *value = PyDict_GetItemWithError(held, key);
        if (value != NULL) {
            Py_INCREF(value);
            return value;
        }
        if (PyErr_Occurred()) {
            return NULL;
        }
    }
    return CPyDict_GetItem(held, key);
}

#define CPyDict_GetItem(held, key) waqai_item((held), (key))

#endif
