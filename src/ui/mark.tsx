// The product's mark: a shield that holds a clock.

export function Mark(props: { size?: number }) {
  const size = props.size ?? 24
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M12 2.5l8 2.8v6.3c0 4.7-3.2 8.1-8 9.900-4.800-1.800-8-5.200-8-9.900V5.300z" />
      <path d="M12 7.500v4.700l3.200 1.900" />
    </svg>
  )
}
