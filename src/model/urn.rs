//! URNs and provider references.
//!
//! In: text such as `urn:pulumi:prod::shop::my:Component$aws:s3/bucket:Bucket::logs`. Out: its parts. A text that is no URN
//! gives `None`. Rules: pulumi-semantics section 3, from `sdk/go/common/resource/urn`.

/// The parts of a URN, borrowed from its text.
///
/// ```
/// use stackscope::model::Urn;
///
/// let urn = Urn::parse("urn:pulumi:prod::shop::my:app:App$aws:s3/bucket:Bucket::logs::eu").unwrap();
/// assert_eq!((urn.stack, urn.project), ("prod", "shop"));
/// assert_eq!(urn.qualified_type, "my:app:App$aws:s3/bucket:Bucket");
/// assert_eq!(urn.resource_type(), "aws:s3/bucket:Bucket");
/// assert_eq!(urn.package(), "aws");
/// assert_eq!(urn.name, "logs::eu");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Urn<'a> {
    /// Stack name, without organisation and project.
    pub stack: &'a str,
    /// Project name.
    pub project: &'a str,
    /// The types of the parents and of the resource itself, joined by `$`.
    pub qualified_type: &'a str,
    /// Resource name; may hold `::`, `$` and line breaks, and may be empty.
    pub name: &'a str,
}

const PREFIX: &str = "urn:pulumi:";

impl<'a> Urn<'a> {
    /// Splits a URN; `None` where the prefix or one of the separators is missing.
    pub fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.strip_prefix(PREFIX)?.splitn(4, "::");
        Some(Self { stack: parts.next()?, project: parts.next()?, qualified_type: parts.next()?, name: parts.next()? })
    }

    /// The resource's own type: what follows the last `$`.
    pub fn resource_type(&self) -> &'a str {
        self.qualified_type.rsplit('$').next().unwrap_or(self.qualified_type)
    }

    /// The package that defines the type; for a provider resource the package that it provides.
    pub fn package(&self) -> &'a str {
        package_of(self.resource_type())
    }
}

/// The type of the resource that stands for the stack itself.
pub(crate) const STACK_TYPE: &str = "pulumi:pulumi:Stack";
const PROVIDER_PREFIX: &str = "pulumi:providers:";

/// The package of a type token; of `pulumi:providers:aws` it is `aws`.
pub(crate) fn package_of(kind: &str) -> &str {
    kind.strip_prefix(PROVIDER_PREFIX).unwrap_or_else(|| kind.split(':').next().unwrap_or(kind))
}

/// Whether a type token is that of a provider resource.
pub(crate) fn is_provider(kind: &str) -> bool {
    kind.starts_with(PROVIDER_PREFIX)
}

/// Splits a provider reference `urn::id` at its last `::`.
pub(crate) fn split_provider(reference: &str) -> Option<(&str, &str)> {
    let (urn, id) = reference.rsplit_once("::")?;
    Urn::parse(urn).map(|_| (urn, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_urns() {
        let urn = Urn::parse("urn:pulumi::stack::proj::type::a-longer-name");
        assert_eq!(urn.map(|u| (u.stack, u.name)), Some((":stack", "a-longer-name")));
        assert_eq!(Urn::parse("urn:pulumi:::::::").map(|u| (u.stack, u.name)), Some(("", "")));
        for bad in ["", "urn:pulumi:a::b::c", "URN:pulumi:a::b::c::d", "urn:pulumi:a"] {
            assert_eq!(Urn::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn provider_references() {
        let text = "urn:pulumi:s::p::pulumi:providers:aws::default_4::abc";
        assert_eq!(split_provider(text), Some(("urn:pulumi:s::p::pulumi:providers:aws::default_4", "abc")));
        assert_eq!(package_of("pulumi:providers:aws"), "aws");
        assert_eq!(split_provider("nonsense"), None);
    }
}
