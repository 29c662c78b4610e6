"""Checks OpenDocument texts against the ODF 1.2 content tables of the Debian package python3-odf."""
import sys
import xml.dom.minidom
import zipfile

import odf.grammar as grammar

problems = []


def walk(node):
    key = (node.namespaceURI, node.localName)
    if key not in grammar.allowed_children:
        problems.append(f"unknown element {node.nodeName}")
        return
    names = {
        (attribute.namespaceURI, attribute.localName)
        for attribute in (node.attributes.item(i) for i in range(node.attributes.length))
        if attribute.namespaceURI != "http://www.w3.org/2000/xmlns/"
    }
    allowed = grammar.allowed_attributes.get(key)
    if allowed is not None:
        problems.extend(f"{node.nodeName} may not have {name[1]}" for name in names if name not in allowed)
    required = grammar.required_attributes.get(key) or ()
    problems.extend(f"{node.nodeName} lacks {name[1]}" for name in required if name not in names)
    children = grammar.allowed_children[key]
    for child in node.childNodes:
        if child.nodeType == child.ELEMENT_NODE:
            if children is not None and (child.namespaceURI, child.localName) not in children:
                problems.append(f"{node.nodeName} may not hold {child.nodeName}")
            walk(child)
        elif child.nodeType == child.TEXT_NODE and child.data.strip() and key not in grammar.allows_text:
            problems.append(f"{node.nodeName} may not hold text")


for path in sys.argv[1:]:
    with zipfile.ZipFile(path) as archive:
        for part in ("content.xml", "styles.xml", "meta.xml"):
            walk(xml.dom.minidom.parseString(archive.read(part)).documentElement)
print("\n".join(sorted(set(problems))))
