"""The registers of an engagement by name: list, replace as a whole, save one entry, remove one entry.

Every function takes ``(db, actor, engagement, …)``; see ``Register`` for what each refuses.
"""

from assessment.importing import export_template, import_table
from assessment.register_kinds import (
    APPROVALS,
    DOCUMENTS,
    FACTS,
    FLOWS,
    MYSTERY,
    NEEDS,
    PEOPLE,
    REQUESTS,
    RESOURCES,
    STORE_VISITS,
    STORES,
    SYSTEMS,
    TARGETS,
    VISITS,
)

__all__ = [
    "export_template",
    "import_table",
    "list_approvals",
    "list_documents",
    "list_facts",
    "list_flows",
    "list_mystery",
    "list_needs",
    "list_people",
    "list_requests",
    "list_resources",
    "list_store_visits",
    "list_stores",
    "list_systems",
    "list_targets",
    "list_visits",
    "remove_approval",
    "remove_fact",
    "remove_need",
    "remove_person",
    "remove_resource",
    "remove_store",
    "remove_store_visit",
    "remove_system",
    "remove_target",
    "replace_approvals",
    "replace_documents",
    "replace_facts",
    "replace_flows",
    "replace_mystery",
    "replace_needs",
    "replace_people",
    "replace_requests",
    "replace_resources",
    "replace_stores",
    "replace_systems",
    "replace_targets",
    "replace_visits",
    "save_approval",
    "save_fact",
    "save_need",
    "save_person",
    "save_request",
    "save_resource",
    "save_store",
    "save_store_visit",
    "save_system",
    "save_target",
]

list_stores, replace_stores, save_store, remove_store = STORES.entries, STORES.replace, STORES.save, STORES.remove
list_people, replace_people, save_person, remove_person = PEOPLE.entries, PEOPLE.replace, PEOPLE.save, PEOPLE.remove
list_systems, replace_systems = SYSTEMS.entries, SYSTEMS.replace
save_system, remove_system = SYSTEMS.save, SYSTEMS.remove
list_flows, replace_flows = FLOWS.entries, FLOWS.replace
list_facts, replace_facts, save_fact, remove_fact = FACTS.entries, FACTS.replace, FACTS.save, FACTS.remove
list_resources, replace_resources = RESOURCES.entries, RESOURCES.replace
save_resource, remove_resource = RESOURCES.save, RESOURCES.remove
list_needs, replace_needs, save_need, remove_need = NEEDS.entries, NEEDS.replace, NEEDS.save, NEEDS.remove
list_targets, replace_targets = TARGETS.entries, TARGETS.replace
save_target, remove_target = TARGETS.save, TARGETS.remove
list_visits, replace_visits = VISITS.entries, VISITS.replace
list_documents, replace_documents = DOCUMENTS.entries, DOCUMENTS.replace
list_approvals, replace_approvals = APPROVALS.entries, APPROVALS.replace
save_approval, remove_approval = APPROVALS.save, APPROVALS.remove
list_store_visits, save_store_visit, remove_store_visit = STORE_VISITS.entries, STORE_VISITS.save, STORE_VISITS.remove
list_mystery, replace_mystery = MYSTERY.entries, MYSTERY.replace
list_requests, replace_requests, save_request = REQUESTS.entries, REQUESTS.replace, REQUESTS.save
