"""The registers of an engagement by name: list, replace as a whole, save one entry, remove one entry.

Every function takes ``(db, actor, engagement, …)``; see ``Register`` for what each refuses.
"""

from assessment.register_kinds import (
    APPROVALS,
    DOCUMENTS,
    FACTS,
    FLOWS,
    NEEDS,
    PEOPLE,
    RESOURCES,
    STORES,
    SYSTEMS,
    TARGETS,
    VISITS,
)

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
